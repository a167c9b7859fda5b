import { excerpt } from '@testamur/documents/json'
import { verificationKeyFromMultikey } from './bbs-public-key.js'
import { parseDid } from './did.js'

/** What messages show of a DID; a key of RSA has more. */
const maxCharacters = 160

/**
 * Returns a DID as a message may repeat it. A did:jwk is never repeated, a did:key only when it is a public key: people
 * make private ones by mistake. Nor is a text that only begins like a DID.
 *
 * @example
 * ```ts
 * import { describeDid } from '@testamur/proofs/dids'
 *
 * console.log(describeDid('did:web:uni.example')) // did:web:uni.example
 * console.log(describeDid('did:jwk:e30')) // a did:jwk
 * ```
 */
export function describeDid(did: string): string {
  const { method, methodSpecificId = '' } = parseDid(did) ?? {}
  if (method === undefined) return 'a malformed DID'
  const mayBeSecret =
    method === 'jwk' || (method === 'key' && verificationKeyFromMultikey(methodSpecificId) === undefined)
  return mayBeSecret ? `a did:${method}` : excerpt(did, maxCharacters)
}
