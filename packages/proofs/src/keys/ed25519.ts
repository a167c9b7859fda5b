import { ed25519 } from '#platform'
import { decodeBase64url, encodeBase64url } from '../platform/base64url.js'
import type { KeyAlgorithm, OkpPrivateJwk } from './interface.js'
import { encodeMultikey } from './multikey.js'

/** Keys of `EdDSA` on Ed25519 (RFC 8032, RFC 8037). */
export const ed25519Keys: KeyAlgorithm = {
  algorithm: 'EdDSA',
  jwk: {
    kty: 'OKP',
    crv: 'Ed25519',
    // RFC 9864 §2.2 registers `Ed25519` for what RFC 8037 calls `EdDSA`.
    algs: ['EdDSA', 'Ed25519'],
    privateMembers: ['kty', 'crv', 'x', 'd'],
  },
  bytesFromJwk: ({ x }) => decodeBase64url(x),
  jwkFromBytes: (bytes) => ({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) }),
  privateJwkFromBytes: async (seed) => (seed.length === 32 ? privateJwkFromSeed(seed) : undefined),
  generateJwk: () => privateJwkFromSeed(crypto.getRandomValues(new Uint8Array(32))),
  async keyPair({ x, d }) {
    const seed = decodeBase64url(d)
    if (seed?.length !== 32) return undefined
    const { publicKey: bytes, sign } = await ed25519.keyPair(seed)
    const publicKey = encodeMultikey('EdDSA', bytes)
    // A private key beside a public key that is not its own would sign what nobody can verify.
    if (publicKey === undefined || encodeBase64url(bytes) !== x) return undefined
    return { publicKey, sign }
  },
  verifier: (publicKey) => ed25519.verifier(publicKey),
}

/** Returns the private key that a 32-byte seed (RFC 8032 §5.1.5) stands for. */
async function privateJwkFromSeed(seed: Uint8Array): Promise<OkpPrivateJwk> {
  const { publicKey } = await ed25519.keyPair(seed)
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(publicKey), d: encodeBase64url(seed) }
}
