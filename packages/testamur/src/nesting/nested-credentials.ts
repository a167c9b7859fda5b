import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'

/** A credential inside another one. */
export interface NestedCredential {
  /** JSON Pointer from the credential that holds it. */
  readonly pointer: string
  /**
   * `endorsement` for what stands in an `endorsement` or `endorsementJwt` member; everything else is a credential of
   * its own right.
   */
  readonly role: 'credential' | 'endorsement'
  /** The credential as JSON, or its compact JWS. */
  readonly content: JsonObject | string
}

const endorsementMembers: ReadonlySet<string> = new Set(['endorsement', 'endorsementJwt'])
const holdingMembers: ReadonlySet<string> = new Set(['verifiableCredential', ...endorsementMembers])

/**
 * Returns the credentials and endorsements that stand directly inside a credential, at any depth but not inside one
 * another.
 *
 * It does not go by the known places alone: statements can be moved in JSON without changing what a proof over RDF
 * covers, so whatever looks like a credential (by type, by proof, by having an issuer and a subject) is one, wherever
 * it stands.
 *
 * @param limit - stop looking after one more than this many
 */
export function nestedCredentials(
  credential: JsonObject,
  limit: number = Number.POSITIVE_INFINITY,
): NestedCredential[] {
  const search: Search = { found: [], limit, path: [] }
  searchMembers(credential, search)
  return search.found
}

interface Search {
  readonly found: NestedCredential[]
  readonly limit: number
  /** The way to what is looked at: a pointer is only written for what is found. */
  readonly path: (string | number)[]
}

function searchMembers(node: JsonObject, search: Search): void {
  for (const member in node) {
    const child = node[member]
    const mayHold = typeof child === 'object' ? child !== null : holdingMembers.has(member)
    if (!mayHold || member === '@context' || member === 'proof') continue
    search.path.push(member)
    searchValue(child, member, search)
    search.path.pop()
  }
}

function searchValue(value: JsonValue | undefined, member: string, search: Search): void {
  const { found, limit, path } = search
  if (found.length > limit) return
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      searchValue(value[index], member, search)
      path.pop()
    }
  } else if (typeof value === 'string') {
    if (holdingMembers.has(member)) found.push(nested(value, member, path))
  } else if (isObject(value)) {
    if (holdingMembers.has(member) || looksLikeCredential(value)) found.push(nested(value, member, path))
    else searchMembers(value, search)
  }
}

const nested = (content: JsonObject | string, member: string, path: Search['path']): NestedCredential => ({
  pointer: path.reduce(childPointer, ''),
  role: endorsementMembers.has(member) ? 'endorsement' : 'credential',
  content,
})

/** By the ending of the type, because a full IRI or a compact one names the same type. */
function looksLikeCredential(node: JsonObject): boolean {
  return (
    namesCredential(node['type']) ||
    namesCredential(node['@type']) ||
    (node['proof'] !== undefined && listOf(node['proof']).length > 0) ||
    (node['issuer'] !== undefined && node['credentialSubject'] !== undefined)
  )
}

function namesCredential(type: JsonValue | undefined): boolean {
  if (Array.isArray(type)) return type.some(namesCredential)
  if (typeof type !== 'string' || !type.endsWith('VerifiableCredential')) return false
  return /(^|[#:/])(Enveloped)?VerifiableCredential$/.test(type)
}
