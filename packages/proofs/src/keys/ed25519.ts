import { ed25519 } from '#platform'
import type { KeyAlgorithm, PrivateJwk } from './interface.js'
import { decodeBase64url, encodeBase64url } from './jwk.js'
import { encodeMultikey } from './multikey.js'

/** Keys of `EdDSA` on Ed25519 (RFC 8032, RFC 8037). */
export const ed25519Keys: KeyAlgorithm = {
  generateJwk: () => privateJwkFromSeed(crypto.getRandomValues(new Uint8Array(32))),
  async keyPair(jwk) {
    const seed = jwk.kty === 'OKP' && jwk.crv === 'Ed25519' ? decodeBase64url(jwk.d) : undefined
    if (seed?.length !== 32) return undefined
    const { publicKey: bytes, sign } = await ed25519.keyPair(seed)
    const publicKey = encodeMultikey('EdDSA', bytes)
    // A private key beside a public key that is not its own would sign what nobody can verify.
    if (publicKey === undefined || encodeBase64url(bytes) !== jwk.x) return undefined
    return { publicKey, sign }
  },
  verify: (signature, data, publicKey) => ed25519.verify(signature, data, publicKey),
}

/** Returns the private key that a 32-byte seed (RFC 8032 §5.1.5) stands for. */
export async function privateJwkFromSeed(seed: Uint8Array): Promise<PrivateJwk> {
  const { publicKey } = await ed25519.keyPair(seed)
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(publicKey), d: encodeBase64url(seed) }
}
