import { ed25519Pkcs8 } from '../ed25519-pkcs8.js'
import type { Ed25519 } from '../interface.js'
import { noVerifier } from '../no-verifier.js'
import { bytesFromBase64url } from './base64url.js'
import { withFallback } from './with-fallback.js'

/** Returns Ed25519 by WebCrypto where `subtle` has it, by noble where not. */
export function webEd25519(subtle: SubtleCrypto | undefined): Ed25519 {
  return withFallback({
    async native() {
      if (subtle === undefined) throw new Error('no WebCrypto')
      await importSeed(subtle, new Uint8Array(32), false)
      return subtleEd25519(subtle)
    },
    // Loaded when it is needed, and then only what is used of it.
    fallback: async () => (await import('../noble/ed25519.js')).nobleEd25519(),
  })
}

function subtleEd25519(subtle: SubtleCrypto): Ed25519 {
  return {
    async keyPair(seed) {
      // The public key comes out only of an exportable key; the one that signs stays closed.
      const { x } = await subtle.exportKey('jwk', await importSeed(subtle, seed, true))
      const key = await importSeed(subtle, seed, false)
      return {
        publicKey: bytesFromBase64url(x as string),
        sign: async (data) => new Uint8Array(await subtle.sign('Ed25519', key, data as BufferSource)),
      }
    },
    verifier(publicKey) {
      if (publicKey.length !== 32) return noVerifier
      // Engines differ in whether bytes that are no point of the curve fail here or at verification.
      const imported = subtle
        .importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
        .catch(() => undefined)
      return async (signature, data) => {
        const key = await imported
        if (key === undefined || signature.length !== 64) return false
        return subtle.verify('Ed25519', key, signature as BufferSource, data as BufferSource)
      }
    },
  }
}

function importSeed(subtle: SubtleCrypto, seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  return subtle.importKey('pkcs8', ed25519Pkcs8(seed), 'Ed25519', extractable, ['sign'])
}
