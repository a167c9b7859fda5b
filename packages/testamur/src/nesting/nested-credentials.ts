import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { typesOf } from './credential-parts.js'

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

const credentialMembers = new Set(['verifiableCredential'])
const endorsementMembers = new Set(['endorsement', 'endorsementJwt'])

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
  const found: NestedCredential[] = []

  const visit = (value: JsonValue | undefined, pointer: string, member: string): void => {
    if (found.length > limit) return
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index), member))
      return
    }
    const named = credentialMembers.has(member) || endorsementMembers.has(member)
    if (typeof value === 'string' ? named : isObject(value) && (named || looksLikeCredential(value))) {
      found.push({
        pointer,
        role: endorsementMembers.has(member) ? 'endorsement' : 'credential',
        content: value as JsonObject | string,
      })
    } else if (isObject(value)) {
      visitMembers(value, pointer)
    }
  }

  const visitMembers = (node: JsonObject, pointer: string): void => {
    for (const [member, child] of Object.entries(node)) {
      if (member === '@context' || member === 'proof') continue
      visit(child, childPointer(pointer, member), member)
    }
  }

  visitMembers(credential, '')
  return found
}

/** By the ending of the type, because a full IRI or a compact one names the same type. */
function looksLikeCredential(node: JsonObject): boolean {
  return (
    typesOf(node).some((type) => /(^|[#:/])(Enveloped)?VerifiableCredential$/.test(type)) ||
    listOf(node['proof']).length > 0 ||
    (node['issuer'] !== undefined && node['credentialSubject'] !== undefined)
  )
}
