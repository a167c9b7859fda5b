import type { Ecdsa } from '../interface.js'
import { type CurvePoint, decompressPoint, type NistCurve } from '../nist-curve.js'
import { noVerifier } from '../no-verifier.js'
import { base64urlFromBytes } from './base64url.js'
import { withFallback } from './with-fallback.js'

/** Returns ECDSA on a curve by WebCrypto where `subtle` has it, by noble where not. */
export function webEcdsa(subtle: SubtleCrypto | undefined, curve: NistCurve): Ecdsa {
  return withFallback({
    async native() {
      if (subtle === undefined) throw new Error('no WebCrypto')
      await subtle.generateKey({ name: 'ECDSA', namedCurve: curve.name }, false, ['sign', 'verify'])
      return subtleEcdsa(subtle, curve)
    },
    fallback: () => nobleEcdsa(curve),
  })
}

/** Loaded when it is needed, and then only what is used of it. */
const nobleEcdsa = async (curve: NistCurve): Promise<Ecdsa> => (await import('../noble/ecdsa.js')).nobleEcdsa(curve)

function subtleEcdsa(subtle: SubtleCrypto, curve: NistCurve): Ecdsa {
  const importAlgorithm = { name: 'ECDSA', namedCurve: curve.name }
  const algorithm = { name: 'ECDSA', hash: curve.hash }
  const importPrivateKey = ({ x, y }: CurvePoint, d: Uint8Array): Promise<CryptoKey> => {
    const jwk = {
      kty: 'EC',
      crv: curve.name,
      x: base64urlFromBytes(x),
      y: base64urlFromBytes(y),
      d: base64urlFromBytes(d),
    }
    return subtle.importKey('jwk', jwk, importAlgorithm, false, ['sign'])
  }
  const importPublicKey = ({ x, y }: CurvePoint): Promise<CryptoKey> =>
    subtle.importKey('raw', Uint8Array.of(4, ...x, ...y), importAlgorithm, false, ['verify'])
  return {
    async keyPair(privateKey) {
      // WebCrypto does not tell the public key of a private one.
      const { publicKey } = await (await nobleEcdsa(curve)).keyPair(privateKey)
      const key = await importPrivateKey(decompressPoint(curve, publicKey) as CurvePoint, privateKey)
      return {
        publicKey,
        sign: async (data) => new Uint8Array(await subtle.sign(algorithm, key, data as BufferSource)),
      }
    },
    verifier(publicKey) {
      const point = decompressPoint(curve, publicKey)
      if (point === undefined) return noVerifier
      const imported = importPublicKey(point).catch(() => undefined)
      return async (signature, data) => {
        const key = await imported
        if (key === undefined || signature.length !== 2 * curve.fieldBytes) return false
        return subtle.verify(algorithm, key, signature as BufferSource, data as BufferSource)
      }
    },
  }
}
