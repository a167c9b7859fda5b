import type { JsonObject, JsonValue } from '@testamur/documents'
import type { PublicKey } from '../keys/interface.js'
import { jwkFromPublicKey } from '../keys/jwk.js'

/**
 * Returns a function that tells whether a published key, a JWK or a verification method, is of the same bytes as a key.
 * Each form writes the same bytes in one way only, so that texts can be compared.
 */
export function isSameKeyAs(publicKey: PublicKey): (published: JsonObject) => boolean {
  const jwk = jwkFromPublicKey(publicKey)
  const hasSameMembers = (other: JsonValue | undefined): boolean =>
    jwk !== undefined &&
    typeof other === 'object' &&
    other !== null &&
    !Array.isArray(other) &&
    Object.entries(jwk).every(([member, value]) => other[member] === value)
  return (published) =>
    hasSameMembers(published) ||
    hasSameMembers(published.publicKeyJwk) ||
    published.publicKeyMultibase === publicKey.publicKeyMultibase
}
