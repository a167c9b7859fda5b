import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { VcJwtKind } from './interface.js'
import { idOf } from './json-members.js'
import { dateTimeOf, instantOf } from './numeric-date.js'

/**
 * Returns the document of a `vc` or `vp` claim with what only the registered claims say: VCDM 1.1 §6.3.1, JWT Decoding.
 * What the document says itself stays as it is; that both agree is for `claimProblems` to find out. A malformed claim
 * completes nothing.
 */
export function completeDocument(
  document: JsonObject,
  { kind, claims }: { readonly kind: VcJwtKind; readonly claims: JsonObject },
): JsonObject {
  const { iss, jti, sub } = claims
  const identified = idOf(document) === undefined ? withMember(document, 'id', textOf(jti)) : document
  if (kind === 'presentation') return completeNode(identified, 'holder', textOf(iss))
  const issued = completeNode(identified, 'issuer', textOf(iss))
  const dated = completeDate(completeDate(issued, 'issuanceDate', claims.nbf), 'expirationDate', claims.exp)
  return completeSubject(dated, textOf(sub))
}

/** A node that is missing is the id alone; one without id gets it. */
function completeNode(document: JsonObject, member: string, id: string | undefined): JsonObject {
  const node = document[member]
  if (node === undefined) return withMember(document, member, id)
  return isObject(node) ? { ...document, [member]: withId(node, id) } : document
}

function completeDate(document: JsonObject, member: string, claim: JsonValue | undefined): JsonObject {
  const instant = instantOf(claim)
  return document[member] === undefined ? withMember(document, member, instant && dateTimeOf(instant)) : document
}

/** `sub` can only speak of a single subject; a credential without any stays without. */
function completeSubject(document: JsonObject, id: string | undefined): JsonObject {
  const subject = document.credentialSubject
  if (isObject(subject)) return { ...document, credentialSubject: withId(subject, id) }
  const [only, ...others] = Array.isArray(subject) ? subject : []
  if (!isObject(only) || others.length > 0) return document
  return { ...document, credentialSubject: [withId(only, id)] }
}

function withId(node: JsonObject, id: string | undefined): JsonObject {
  return idOf(node) === undefined ? withMember(node, 'id', id) : node
}

function withMember(object: JsonObject, member: string, value: string | undefined): JsonObject {
  return value === undefined ? object : { ...object, [member]: value }
}

const textOf = (claim: JsonValue | undefined): string | undefined => (typeof claim === 'string' ? claim : undefined)
