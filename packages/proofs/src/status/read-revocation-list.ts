import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { describeUrl, excerpt, isObject, listOf } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { RevocationListEntry, StatusVerdict } from './interface.js'
import { maxWords, withoutFragment } from './json-members.js'

/** Options of {@link readRevocationList}. */
export interface ReadRevocationListOptions {
  /** The `id` of the credential that is looked up. */
  readonly credentialId: JsonValue | undefined
  /** The status entry that led to the list. */
  readonly entry: RevocationListEntry
}

/** Both spellings are in use. */
const members = ['revokedCredential', 'revokedCredentials']

/**
 * Returns what a 1EdTech revocation list (Verifiable Credentials Revocation List 1.0) says about a credential: refused
 * with `revoked` when it is listed, unless its item says `revoked: false`. Items are ids, or objects with an `id`; ids
 * are compared after percent-unescaping and trimming, as 1EdTech compares credentials.
 *
 * Fails closed: a credential without an id, a list that is none (`status-list-malformed`), and items that cannot be read
 * while none revokes the credential leave a doubt. A list with another id than its URL warns (`status-list-id`). Such a
 * list is not signed; who issued it is for the caller to compare.
 *
 * @example
 * ```ts
 * import { readRevocationList } from '@testamur/proofs/status'
 *
 * const listUrl = 'https://registrar.example.edu/revocations'
 * const list = { id: listUrl, revokedCredential: [{ id: 'urn:uuid:4f0c', revocationReason: 'Issued in error' }] }
 * const verdict = readRevocationList(list, {
 *   credentialId: 'urn:uuid:4f0c',
 *   entry: { kind: '1EdTechRevocationList', pointer: '/credentialStatus', listUrl },
 * })
 * console.log(verdict.refusals[0]?.code) // revoked
 * ```
 */
export function readRevocationList(list: JsonObject, options: ReadRevocationListOptions): StatusVerdict {
  const { credentialId, entry } = options
  const { pointer, listUrl } = entry
  const warnings = idWarnings(list, entry)
  const doubt = (code: 'status-id-missing' | 'status-list-malformed', detail: string): StatusVerdict => ({
    refusals: [],
    doubts: [problem(code, pointer, detail)],
    warnings,
  })
  if (typeof credentialId !== 'string' || credentialId.trim() === '') {
    return doubt('status-id-missing', 'The credential has no id, so it cannot be looked up in the revocation list.')
  }
  // An empty list may leave its array out; but then it must look like a list, and not like any other answer.
  const isList =
    members.some((member) => list[member] !== undefined) || (list['id'] !== undefined && list['issuer'] !== undefined)
  if (!isList) return doubt('status-list-malformed', `What ${describeUrl(listUrl)} holds is no revocation list.`)

  const items = members.flatMap((member) => listOf(list[member])).map(readItem)
  const wanted = comparable(credentialId)
  const revoking = items.find((item) => item !== undefined && item.isRevoked && comparable(item.id) === wanted)
  if (revoking !== undefined) {
    const reason = revoking.reason === undefined ? '' : ` The issuer’s reason: “${excerpt(revoking.reason, maxWords)}”.`
    const detail = `The issuer’s revocation list names the credential.${reason}`
    return { refusals: [problem('revoked', pointer, detail)], doubts: [], warnings }
  }
  return items.includes(undefined)
    ? doubt('status-list-malformed', `The revocation list ${describeUrl(listUrl)} has items that cannot be read.`)
    : { refusals: [], doubts: [], warnings }
}

interface RevokedItem {
  readonly id: string
  readonly isRevoked: boolean
  readonly reason: string | undefined
}

function readItem(item: JsonValue): RevokedItem | undefined {
  const { id, revoked, revocationReason }: JsonObject = isObject(item) ? item : { id: item }
  if (typeof id !== 'string') return undefined
  // Only a clear `false` takes a revocation back.
  return {
    id,
    isRevoked: revoked !== false,
    reason: typeof revocationReason === 'string' ? revocationReason : undefined,
  }
}

/** An id as 1EdTech compares it: percent-unescaped, then trimmed. What is no escape of UTF-8 stays as it is. */
function comparable(id: string): string {
  const unescaped = id.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
  return unescaped.trim()
}

function idWarnings(list: JsonObject, { listUrl, pointer }: RevocationListEntry): readonly Problem[] {
  const { id } = list
  if (typeof id !== 'string' || withoutFragment(id) === listUrl) return []
  const detail = `The list at ${describeUrl(listUrl)} names itself otherwise (${describeUrl(id)}); it may be a copy of another list.`
  return [problem('status-list-id', pointer, detail)]
}
