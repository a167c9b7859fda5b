import { p256, p384 } from '#platform'
import { decodeBase64url, encodeBase64url } from '../platform/base64url.js'
import type { Ecdsa } from '../platform/interface.js'
import {
  compressPoint,
  decompressPoint,
  isScalar,
  type NistCurve,
  p256Curve,
  p384Curve,
} from '../platform/nist-curve.js'
import type { EcPublicJwk, KeyAlgorithm, PrivateJwk } from './interface.js'
import { encodeMultikey } from './multikey.js'

/** Keys of `ES256`: ECDSA on P-256 with SHA-256 (RFC 7518 §3.4). */
export const es256Keys: KeyAlgorithm = ecdsaKeys('ES256', p256Curve, p256)

/** Keys of `ES384`: ECDSA on P-384 with SHA-384 (RFC 7518 §3.4). */
export const es384Keys: KeyAlgorithm = ecdsaKeys('ES384', p384Curve, p384)

function ecdsaKeys(algorithm: 'ES256' | 'ES384', curve: NistCurve, ecdsa: Ecdsa): KeyAlgorithm {
  const jwkFromBytes = (bytes: Uint8Array): EcPublicJwk | undefined => {
    const point = decompressPoint(curve, bytes)
    return point && { kty: 'EC', crv: curve.name, x: encodeBase64url(point.x), y: encodeBase64url(point.y) }
  }
  const privateJwkFromBytes = async (scalar: Uint8Array): Promise<PrivateJwk | undefined> => {
    if (!isScalar(curve, scalar)) return undefined
    const jwk = jwkFromBytes((await ecdsa.keyPair(scalar)).publicKey)
    return jwk && { ...jwk, d: encodeBase64url(scalar) }
  }
  return {
    algorithm,
    jwk: { kty: 'EC', crv: curve.name, algs: [algorithm], privateMembers: ['kty', 'crv', 'x', 'y', 'd'] },
    bytesFromJwk(jwk) {
      const [x, y] = [decodeBase64url(jwk.x), decodeBase64url(jwk.y)]
      return x && y && compressPoint(curve, { x, y })
    },
    jwkFromBytes,
    privateJwkFromBytes,
    async generateJwk() {
      // FIPS 186-5 §A.2.2: draw again until the number is in range; for these curves the first practically always is.
      for (;;) {
        const jwk = await privateJwkFromBytes(crypto.getRandomValues(new Uint8Array(curve.fieldBytes)))
        if (jwk !== undefined) return jwk
      }
    },
    async keyPair({ x, y, d }) {
      const scalar = decodeBase64url(d)
      if (scalar === undefined || !isScalar(curve, scalar)) return undefined
      const { publicKey: bytes, sign } = await ecdsa.keyPair(scalar)
      const jwk = jwkFromBytes(bytes)
      const publicKey = encodeMultikey(algorithm, bytes)
      // A private key beside a public key that is not its own would sign what nobody can verify.
      if (publicKey === undefined || jwk?.x !== x || jwk?.y !== y) return undefined
      return { publicKey, sign }
    },
    verifier: (publicKey) => ecdsa.verifier(publicKey),
  }
}
