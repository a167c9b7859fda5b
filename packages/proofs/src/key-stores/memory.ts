import type { KeyPair } from '../keys/interface.js'
import { generatePrivateJwk, keyPairFromJwk } from '../keys/private-key.js'
import type { LocalKeyStore, StoredKey } from './interface.js'
import { keyExists, keyNotFound, newStoredKey } from './stored-key.js'

/**
 * Returns a key store that keeps its keys in memory, for tests and demonstrations only: when the process ends, the keys
 * are gone, and nothing can be signed as them again.
 *
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod } = await keys.generate({ controller: 'did:web:registrar.example', fragment: 'key-1' })
 * console.log(verificationMethod) // did:web:registrar.example#key-1
 * const signer = await keys.getSigner(verificationMethod)
 * console.log((await signer.sign(new Uint8Array(64))).length) // 64
 * ```
 */
export function memoryKeyStore(): LocalKeyStore {
  const keys = new Map<string, { readonly stored: StoredKey; readonly sign: KeyPair['sign'] }>()

  const store: LocalKeyStore = {
    async getSigner(verificationMethod) {
      const key = keys.get(verificationMethod)
      if (key === undefined) throw keyNotFound(verificationMethod)
      return { verificationMethod, algorithm: key.stored.algorithm, sign: key.sign }
    },
    async generate(options = {}) {
      return store.importJwk(await generatePrivateJwk(options), options)
    },
    async list() {
      return Array.from(keys.values(), ({ stored }) => stored)
    },
    async exportPublic(verificationMethod) {
      const key = keys.get(verificationMethod)
      if (key === undefined) throw keyNotFound(verificationMethod)
      return key.stored
    },
    async importJwk(jwk, options) {
      const { publicKey, sign } = await keyPairFromJwk(jwk)
      const stored = newStoredKey(publicKey, options)
      if (keys.has(stored.verificationMethod)) throw keyExists(stored.verificationMethod)
      keys.set(stored.verificationMethod, { stored, sign })
      return stored
    },
  }
  return store
}
