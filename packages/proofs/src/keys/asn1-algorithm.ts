import { hexFromBytes } from './hex.js'
import type { SignatureAlgorithm } from './interface.js'

/** What stands in an `AlgorithmIdentifier`, for each kind of key: object identifiers, and the NULL of RSA. */
const identifiers: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['06032b6570', 'EdDSA'], // RFC 8410 §3: id-Ed25519, without parameters
  ['06072a8648ce3d020106082a8648ce3d030107', 'ES256'], // RFC 5480 §2.1: id-ecPublicKey, secp256r1
  ['06072a8648ce3d020106052b81040022', 'ES384'], // secp384r1
  ['06092a864886f70d0101010500', 'RS256'], // RFC 3279 §2.3.1: rsaEncryption, NULL
])

/** Returns which algorithm keys of an `AlgorithmIdentifier` (RFC 5280 §4.1.1.2) are for; takes what is in its SEQUENCE. */
export function algorithmOfIdentifier(content: Uint8Array): SignatureAlgorithm | undefined {
  return identifiers.get(hexFromBytes(content))
}
