import { p256, p384 } from '@noble/curves/nist.js'
import type { Ecdsa } from '../interface.js'
import type { NistCurve } from '../nist-curve.js'
import { noVerifier } from '../no-verifier.js'

/** Returns ECDSA on a curve by @noble/curves, for pages without WebCrypto. Its signatures are deterministic (RFC 6979). */
export function nobleEcdsa(curve: NistCurve): Ecdsa {
  const ecdsa = curve.name === 'P-256' ? p256 : p384
  // Neither FIPS 186-5 nor JOSE asks for the lower of the two s that each signature may have.
  const options = { lowS: false }
  return {
    async keyPair(privateKey) {
      const secretKey = new Uint8Array(privateKey)
      return {
        publicKey: ecdsa.getPublicKey(secretKey),
        sign: async (data) => ecdsa.sign(data, secretKey, options),
      }
    },
    verifier(publicKey) {
      if (publicKey.length !== 1 + curve.fieldBytes) return noVerifier
      const key = new Uint8Array(publicKey)
      return async (signature, data) => {
        if (signature.length !== 2 * curve.fieldBytes) return false
        try {
          return ecdsa.verify(signature, data, key, options)
        } catch {
          // Bytes that are no point of the curve.
          return false
        }
      }
    },
  }
}
