import { createECDH, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { Ecdsa } from '../interface.js'
import { type CurvePoint, decompressPoint, type NistCurve, p256Curve, p384Curve } from '../nist-curve.js'
import { noVerifier } from '../no-verifier.js'

const dsaEncoding = 'ieee-p1363'

/** Returns ECDSA on a curve by node:crypto, in one call per signature. */
function nodeEcdsa(curve: NistCurve): Ecdsa {
  const jwkOf = ({ x, y }: CurvePoint): { kty: string; crv: string; x: string; y: string } => ({
    kty: 'EC',
    crv: curve.name,
    x: Buffer.from(x).toString('base64url'),
    y: Buffer.from(y).toString('base64url'),
  })
  return {
    async keyPair(privateKey) {
      const ecdh = createECDH(curve.name === 'P-256' ? 'prime256v1' : 'secp384r1')
      ecdh.setPrivateKey(privateKey)
      const publicKey = new Uint8Array(ecdh.getPublicKey(null, 'compressed'))
      const d = Buffer.from(privateKey).toString('base64url')
      const key = createPrivateKey({
        key: { ...jwkOf(decompressPoint(curve, publicKey) as CurvePoint), d },
        format: 'jwk',
      })
      return { publicKey, sign: async (data) => new Uint8Array(sign(curve.hash, data, { key, dsaEncoding })) }
    },
    verifier(publicKey) {
      const point = decompressPoint(curve, publicKey)
      if (point === undefined) return noVerifier
      const key = createPublicKey({ key: jwkOf(point), format: 'jwk' })
      return async (signature, data) =>
        signature.length === 2 * curve.fieldBytes && verify(curve.hash, data, { key, dsaEncoding }, signature)
    },
  }
}

/** ES256. */
export const p256: Ecdsa = nodeEcdsa(p256Curve)

/** ES384. */
export const p384: Ecdsa = nodeEcdsa(p384Curve)
