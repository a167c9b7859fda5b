import { childPointer, type JsonObject, type Problem } from '@testamur/documents'
import { inflate } from '@testamur/documents/inflate'
import { isObject, listOf } from '@testamur/documents/json'
import { decodeBase64url } from '../platform/base64url.js'
import { problem } from '../problems.js'
import type { BitstringStatusList, DecodeStatusListOptions, DecodeStatusListResult } from './interface.js'
import { areTexts } from './json-members.js'

const credentialTypes = ['BitstringStatusListCredential', 'StatusList2021Credential']
const subjectTypes = ['BitstringStatusList', 'StatusList2021']
const defaultMaxBytes = 16 * 1024 * 1024

/**
 * Returns the list inside a status list credential (Bitstring Status List 1.0 §2.2 and its Bitstring Expansion
 * Algorithm; StatusList2021), unpacked once and good for any number of entries; else the problem
 * `status-list-malformed` or `status-list-too-large`, with a pointer into the list credential.
 *
 * `encodedList` is read with the multibase prefix `u` and without: gzip data never begins like that. Does not check
 * who signed the list, whether it is current, nor what it is for; see {@link readStatus} for the last. Rejects with
 * `ERR_INVALID_OPTION` for a `maxBytes` that is no positive integer.
 *
 * @example
 * ```ts
 * import { decodeStatusList } from '@testamur/proofs/status'
 *
 * const decoded = await decodeStatusList({
 *   type: ['VerifiableCredential', 'BitstringStatusListCredential'],
 *   id: 'https://registrar.example.edu/status/3',
 *   credentialSubject: {
 *     type: 'BitstringStatusList',
 *     statusPurpose: 'revocation',
 *     encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
 *   },
 * })
 * if (decoded.ok) console.log(decoded.list.valueAt(94567, 1)) // 0
 * ```
 */
export async function decodeStatusList(
  listCredential: JsonObject,
  options: DecodeStatusListOptions = {},
): Promise<DecodeStatusListResult> {
  const { maxBytes = defaultMaxBytes } = options
  if (!listOf(listCredential['type']).some((type) => credentialTypes.includes(String(type)))) {
    return malformed('/type', 'What stands where the status list should be is no status list credential.')
  }
  const subject = listCredential['credentialSubject']
  if (!isObject(subject) || !listOf(subject['type']).some((type) => subjectTypes.includes(String(type)))) {
    return malformed('/credentialSubject', 'The subject of a status list credential must be one list of bits.')
  }
  const purposes = listOf(subject['statusPurpose'])
  if (!areTexts(purposes) || purposes.length === 0) {
    return malformed(childPointer('/credentialSubject', 'statusPurpose'), 'The list must say what it is for.')
  }
  const place = childPointer('/credentialSubject', 'encodedList')
  const packed = packedList(subject['encodedList'])
  if (packed === undefined) return malformed(place, 'The list must be base64url text.')
  const inflated = await inflate(packed, { format: 'gzip', maxBytes })
  if (!inflated.ok) {
    return inflated.reason === 'too-large'
      ? {
          ok: false,
          problem: problem('status-list-too-large', place, `The list unpacks to more than ${maxBytes} bytes.`),
        }
      : malformed(place, 'The list must be intact gzip data.')
  }
  const { id } = listCredential
  const ttlMs = readTtl(subject)
  return {
    ok: true,
    list: { id: typeof id === 'string' ? id : undefined, purposes, ttlMs, ...bitstring(inflated.bytes) },
  }
}

/** Base64url with the multibase prefix `u`, or the base64 of either alphabet that lists of 2021 have. */
function packedList(encoded: unknown): Uint8Array | undefined {
  if (typeof encoded !== 'string') return undefined
  const text = encoded.startsWith('u')
    ? encoded.slice(1)
    : encoded
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/={1,2}$/, '')
  return decodeBase64url(text)
}

/** §2.2: milliseconds. What is no such number says nothing. */
function readTtl({ ttl }: JsonObject): number | undefined {
  return typeof ttl === 'number' && ttl >= 0 ? ttl : undefined
}

function bitstring(bytes: Uint8Array): Pick<BitstringStatusList, 'bitLength' | 'valueAt'> {
  const bitLength = bytes.length * 8
  const bitAt = (position: number): number => ((bytes[Math.floor(position / 8)] ?? 0) >> (7 - (position % 8))) & 1
  const valueAt = (index: number, size: number): number | undefined => {
    const start = index * size
    if (start + size > bitLength) return undefined
    let value = 0
    for (let i = 0; i < size; i++) value = value * 2 + bitAt(start + i)
    return value
  }
  return { bitLength, valueAt }
}

function malformed(pointer: string, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem('status-list-malformed', pointer, detail) }
}
