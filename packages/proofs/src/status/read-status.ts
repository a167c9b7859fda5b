import type { JsonObject, Problem } from '@testamur/documents'
import { describeUrl, excerpt } from '@testamur/documents/json'
import { problem } from '../problems.js'
import { decodeStatusList } from './decode-status-list.js'
import type {
  BitstringStatusEntry,
  BitstringStatusList,
  DecodeStatusListOptions,
  ReadStatusResult,
} from './interface.js'
import { withoutFragment } from './json-members.js'

/** Bitstring Status List 1.0 §2.2, `encodedList`: shorter lists tell the issuer's server whose credential is looked at. */
const minEntries = 131_072

/**
 * Returns the value that a list holds for an entry, or why there is none: `status-list-purpose`, `status-index-range`.
 * Warns of a list that is shorter than 131,072 entries (`status-list-short`) or has another id than the URL it was
 * asked for under (`status-list-id`). Problems point to the entry.
 *
 * @example
 * ```ts
 * import { type BitstringStatusEntry, type BitstringStatusList, readStatus } from '@testamur/proofs/status'
 *
 * const isSet = (list: BitstringStatusList, entry: BitstringStatusEntry): boolean | undefined => {
 *   const read = readStatus(list, entry)
 *   return read.ok ? read.value !== 0 : undefined
 * }
 * ```
 */
export function readStatus(list: BitstringStatusList, entry: BitstringStatusEntry): ReadStatusResult {
  const { pointer, index, size, purpose } = entry
  if (!list.purposes.includes(purpose)) {
    const detail = `The entry is for "${excerpt(purpose)}", the list for "${excerpt(list.purposes.join('", "'))}".`
    return { ok: false, problem: problem('status-list-purpose', pointer, detail) }
  }
  const entries = Math.floor(list.bitLength / size)
  const value = list.valueAt(index, size)
  if (value === undefined) {
    const detail = `The entry has the index ${index}; the list has ${entries} entries, counted from 0.`
    return { ok: false, problem: problem('status-index-range', pointer, detail) }
  }
  const warnings: Problem[] = []
  if (entries < minEntries) {
    const detail = `The list has ${entries} entries. It should have at least ${minEntries}, to hide whose status is read.`
    warnings.push(problem('status-list-short', pointer, detail))
  }
  if (list.id !== undefined && withoutFragment(list.id) !== entry.listUrl) {
    const detail = `The list at ${describeUrl(entry.listUrl)} names itself otherwise (${describeUrl(list.id)}); it may be a copy of another list.`
    warnings.push(problem('status-list-id', pointer, detail))
  }
  return { ok: true, value, warnings }
}

/**
 * Returns the value that a status list credential holds for an entry: {@link decodeStatusList}, then {@link readStatus},
 * with their problems. Who reads several entries of one list decodes it once instead.
 *
 * The credential must be verified before: nothing here asks who signed it, or whether it is current.
 *
 * @example
 * ```ts
 * import { parseStatusEntry, readBitstring, statusVerdict } from '@testamur/proofs/status'
 *
 * const parsed = parseStatusEntry(
 *   {
 *     type: 'BitstringStatusListEntry',
 *     statusPurpose: 'revocation',
 *     statusListIndex: '7',
 *     statusListCredential: 'https://registrar.example.edu/status/3',
 *   },
 *   '/credentialStatus',
 * )
 * const listCredential = {
 *   type: ['VerifiableCredential', 'BitstringStatusListCredential'],
 *   id: 'https://registrar.example.edu/status/3',
 *   credentialSubject: {
 *     type: 'BitstringStatusList',
 *     statusPurpose: 'revocation',
 *     encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
 *   },
 * }
 * if (parsed.ok && parsed.entry.kind !== '1EdTechRevocationList') {
 *   const read = await readBitstring(listCredential, parsed.entry)
 *   if (read.ok) console.log(statusVerdict(read.value, parsed.entry).refusals) // []
 * }
 * ```
 */
export async function readBitstring(
  listCredential: JsonObject,
  entry: BitstringStatusEntry,
  options: DecodeStatusListOptions = {},
): Promise<ReadStatusResult> {
  const decoded = await decodeStatusList(listCredential, options)
  return decoded.ok ? readStatus(decoded.list, entry) : decoded
}
