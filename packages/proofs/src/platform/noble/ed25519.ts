import type { Ed25519 } from '../interface.js'
import { noVerifier } from '../no-verifier.js'

/** Ed25519 by @noble/ed25519 and @noble/hashes, for engines whose WebCrypto has none. Loaded when first used. */
export async function nobleEd25519(): Promise<Ed25519> {
  const [noble, { sha512 }] = await Promise.all([import('@noble/ed25519'), import('@noble/hashes/sha2.js')])
  // Its own default hash is WebCrypto's, which pages without https lack.
  noble.hashes.sha512 = sha512
  return {
    async keyPair(seed) {
      const secretKey = new Uint8Array(seed)
      return {
        publicKey: noble.getPublicKey(secretKey),
        sign: async (data) => noble.sign(data, secretKey),
      }
    },
    verifier(publicKey) {
      if (publicKey.length !== 32) return noVerifier
      const key = new Uint8Array(publicKey)
      // RFC 8032 rather than ZIP 215, as node:crypto and WebCrypto have it.
      return async (signature, data) => signature.length === 64 && noble.verify(signature, data, key, { zip215: false })
    },
  }
}
