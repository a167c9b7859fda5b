import { gzipSync } from 'node:zlib'
import type { JsonObject } from '@testamur/documents'

/** The URL of a status list, unless a test needs several. */
export const statusUrl = 'https://uni.example/status/1'

/** An entry of a credential in a bitstring status list. */
export function statusEntry(index: number, members: JsonObject = {}): JsonObject {
  return {
    id: `${statusUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: statusUrl,
    ...members,
  }
}

/** An unsigned list of the least length, 131,072 entries of one bit, with some bits set. */
export function statusList(issuer: string, set: readonly number[], members: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: statusUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: listSubject(encodedBits(set)),
    ...members,
  }
}

/** What a list says of itself. */
export function listSubject(encodedList: string, members: JsonObject = {}): JsonObject {
  return { id: `${statusUrl}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList, ...members }
}

/** Bits from the left, packed and in multibase base64url. */
export function encodedBits(set: readonly number[], length = 131_072): string {
  const bytes = new Uint8Array(length / 8)
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${gzipSync(bytes).toString('base64url')}`
}
