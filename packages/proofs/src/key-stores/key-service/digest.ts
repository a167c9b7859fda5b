import { sha256, sha384 } from '#platform'
import type { SignatureAlgorithm } from '../../keys/interface.js'

/** Returns the hash that an algorithm signs, so that a message of any length can be signed by a service. */
export function digestFor(algorithm: Exclude<SignatureAlgorithm, 'EdDSA'>, data: Uint8Array): Uint8Array {
  return algorithm === 'ES384' ? sha384(data) : sha256(data)
}
