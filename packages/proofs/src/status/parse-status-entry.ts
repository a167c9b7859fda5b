import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { excerpt, isObject, listOf, parseUrl } from '@testamur/documents/json'
import { type ProofsProblemCode, problem } from '../problems.js'
import type { BitstringStatusEntry, ParseStatusEntryResult, StatusEntry } from './interface.js'
import { areTexts, withoutFragment } from './json-members.js'

const kinds: readonly StatusEntry['kind'][] = [
  'BitstringStatusListEntry',
  'StatusList2021Entry',
  '1EdTechRevocationList',
]

/** More bits would be more values than a list of messages can explain. */
const maxSize = 32

/**
 * Returns what one `credentialStatus` says: a `BitstringStatusListEntry` (Bitstring Status List 1.0 §2.1), a
 * `StatusList2021Entry`, or a `1EdTechRevocationList`; else the problem `status-type-unknown` or
 * `status-entry-malformed`. `pointer` is where the entry stands; problems carry it.
 *
 * Reads what issuers write beside what the specification asks for: the index as a number, fewer messages than values
 * (as its own example has). A size above 1 without messages is refused, and so are two messages for one value. The URL
 * may be http, which a guarded fetch then refuses under its own name. Looks at nothing but the entry.
 *
 * @example
 * ```ts
 * import { parseStatusEntry } from '@testamur/proofs/status'
 *
 * const parsed = parseStatusEntry(
 *   {
 *     type: 'BitstringStatusListEntry',
 *     statusPurpose: 'revocation',
 *     statusListIndex: '94567',
 *     statusListCredential: 'https://registrar.example.edu/status/3',
 *   },
 *   '/credentialStatus',
 * )
 * if (parsed.ok) console.log(parsed.entry.listUrl)
 * else console.log(parsed.problem.detail)
 * ```
 */
export function parseStatusEntry(entry: JsonValue, pointer: string): ParseStatusEntryResult {
  try {
    return { ok: true, entry: readEntry(entry, pointer) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Unwinds the reader with the problem that it found. */
class Unreadable extends Error {
  readonly problem: Problem
  constructor(code: ProofsProblemCode, pointer: string, detail: string) {
    super(detail)
    this.problem = problem(code, pointer, detail)
  }
}

const malformed = (pointer: string, detail: string): Unreadable =>
  new Unreadable('status-entry-malformed', pointer, detail)

function readEntry(entry: JsonValue, pointer: string): StatusEntry {
  if (!isObject(entry)) throw malformed(pointer, 'A status entry must be an object with a type.')
  const types = listOf(entry['type'])
  const named = kinds.filter((kind) => types.includes(kind))
  const [kind] = named
  if (kind === undefined) {
    const found = excerpt(types.filter((type) => typeof type === 'string').join(', ')) || 'none that is a word'
    const detail = `Whether the credential is revoked cannot be told: the type of its status is ${found}; known are ${kinds.join(', ')}.`
    throw new Unreadable('status-type-unknown', `${pointer}/type`, detail)
  }
  if (named.length > 1) throw malformed(`${pointer}/type`, 'A status entry must be of one kind only.')
  return kind === '1EdTechRevocationList'
    ? { kind, pointer, listUrl: readUrl(entry, 'id', pointer) }
    : readBitstringEntry(kind, entry, pointer)
}

function readBitstringEntry(kind: BitstringStatusEntry['kind'], entry: JsonObject, pointer: string): StatusEntry {
  const purpose = entry['statusPurpose']
  if (typeof purpose !== 'string' || purpose === '') {
    throw malformed(`${pointer}/statusPurpose`, 'The purpose must be a word, such as "revocation".')
  }
  const size = readSize(entry, pointer)
  const references = listOf(entry['statusReference'])
  if (!areTexts(references)) throw malformed(`${pointer}/statusReference`, 'References must be URLs.')
  return {
    kind,
    pointer,
    listUrl: readUrl(entry, 'statusListCredential', pointer),
    purpose,
    index: readIndex(entry, pointer),
    size,
    messages: readMessages(entry, size, pointer),
    references,
  }
}

function readUrl(entry: JsonObject, member: string, pointer: string): string {
  const url = entry[member]
  if (typeof url === 'string' && isHttpUrl(url)) return withoutFragment(url)
  throw malformed(`${pointer}/${member}`, 'The address of the status list must be an https URL.')
}

/** The credentials of a record mostly name one list, whose address takes as long to read as the rest of the entry. */
let lastHttpUrl = ''

function isHttpUrl(text: string): boolean {
  if (text === lastHttpUrl) return true
  if (!/^https?:\/\//i.test(text) || parseUrl(text) === undefined) return false
  lastHttpUrl = text
  return true
}

/** §2.1 asks for a text of decimal digits. */
function readIndex(entry: JsonObject, pointer: string): number {
  const given = entry['statusListIndex']
  const index = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given
  if (typeof index === 'number' && Number.isSafeInteger(index) && index >= 0) return index
  throw malformed(`${pointer}/statusListIndex`, 'The index must be a whole number from 0, such as "94567".')
}

function readSize(entry: JsonObject, pointer: string): number {
  const size = entry['statusSize'] ?? 1
  if (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= maxSize) return size
  throw malformed(
    `${pointer}/statusSize`,
    `The size must be a whole number of bits, from 1 to ${maxSize}; without one it is 1.`,
  )
}

function readMessages(entry: JsonObject, size: number, pointer: string): ReadonlyMap<number, string> {
  const place = `${pointer}/statusMessage`
  const given = entry['statusMessage']
  const messages = new Map<number, string>()
  if (given === undefined && size === 1) return messages
  if (!Array.isArray(given)) throw malformed(place, 'A status of several bits needs a list of what its values mean.')
  for (const [i, item] of given.entries()) {
    const { status, message } = isObject(item) ? item : {}
    if (typeof status !== 'string' || !/^0x[\da-f]{1,8}$/i.test(status) || typeof message !== 'string') {
      throw malformed(`${place}/${i}`, 'A message needs a status, such as "0x1", and its text.')
    }
    if (messages.has(Number(status))) throw malformed(`${place}/${i}`, 'This status has a message already.')
    messages.set(Number(status), message)
  }
  return messages
}
