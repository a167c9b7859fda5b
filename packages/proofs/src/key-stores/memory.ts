import type { KeyPair, PublicKey } from '../keys/interface.js'
import { generatePrivateJwk, keyPairFromJwk } from '../keys/private-key.js'
import type { GenerateKeyOptions, LocalKeyStore, StoredKey } from './interface.js'
import {
  keyExists,
  keyNotFound,
  newStoredKey,
  refuseOutOfUse,
  refuseTwin,
  retiredKey,
  revokedKey,
  successorOptions,
  withFreeFragment,
} from './stored-key.js'

/** What the store knows of a key. */
interface KeyInMemory {
  readonly stored: StoredKey
  readonly sign: KeyPair['sign']
}

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
  const keys = new Map<string, KeyInMemory>()
  const find = (verificationMethod: string): KeyInMemory => {
    const key = keys.get(verificationMethod)
    if (key === undefined) throw keyNotFound(verificationMethod)
    return key
  }
  const add = (publicKey: PublicKey, sign: KeyPair['sign'], options: GenerateKeyOptions = {}): StoredKey => {
    const others = Array.from(keys.values(), ({ stored }) => stored)
    const stored = newStoredKey(publicKey, withFreeFragment(options, others))
    if (keys.has(stored.verificationMethod)) throw keyExists(stored.verificationMethod)
    refuseTwin(stored, others)
    keys.set(stored.verificationMethod, { stored, sign })
    return stored
  }
  const change = (stored: StoredKey): StoredKey => {
    keys.set(stored.verificationMethod, { ...find(stored.verificationMethod), stored })
    return stored
  }

  const store: LocalKeyStore = {
    async getSigner(verificationMethod) {
      const { stored, sign } = find(verificationMethod)
      refuseOutOfUse(stored)
      return { verificationMethod, algorithm: stored.algorithm, sign }
    },
    async generate(options = {}) {
      return store.importJwk(await generatePrivateJwk(options), options)
    },
    async list() {
      return Array.from(keys.values(), ({ stored }) => stored)
    },
    async exportPublic(verificationMethod) {
      return find(verificationMethod).stored
    },
    async rotate(verificationMethod, options) {
      const jwk = await generatePrivateJwk(successorOptions(find(verificationMethod).stored, options))
      const { publicKey, sign } = await keyPairFromJwk(jwk)
      // From here on nothing is waited for: of two that rotate one key at the same moment, the second finds it retired.
      const { stored } = find(verificationMethod)
      const current = add(publicKey, sign, successorOptions(stored, options))
      return { retired: change(retiredKey(stored)), current }
    },
    async revoke(verificationMethod, options) {
      return change(revokedKey(find(verificationMethod).stored, options))
    },
    async importJwk(jwk, options) {
      const { publicKey, sign } = await keyPairFromJwk(jwk)
      return add(publicKey, sign, options)
    },
  }
  return store
}
