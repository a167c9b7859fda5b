import { getPublicKey, hashes, sign, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import type { Ed25519 } from '../interface.js'
import { noVerifier } from '../no-verifier.js'

/** Ed25519 by @noble/ed25519 and @noble/hashes, for engines whose WebCrypto has none. */
export function nobleEd25519(): Ed25519 {
  // Its own default hash is WebCrypto's, which pages without https lack.
  hashes.sha512 = sha512
  return {
    async keyPair(seed) {
      const secretKey = new Uint8Array(seed)
      return {
        publicKey: getPublicKey(secretKey),
        sign: async (data) => sign(data, secretKey),
      }
    },
    verifier(publicKey) {
      if (publicKey.length !== 32) return noVerifier
      const key = new Uint8Array(publicKey)
      // RFC 8032 rather than ZIP 215, as node:crypto and WebCrypto have it.
      return async (signature, data) => signature.length === 64 && verify(signature, data, key, { zip215: false })
    },
  }
}
