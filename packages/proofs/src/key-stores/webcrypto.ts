import { recordsInMemory } from './webcrypto/key-records.js'
import { recordsInIndexedDb } from './webcrypto/records-in-indexed-db.js'
import { type WebCryptoKeyStore, webCryptoStore } from './webcrypto/web-crypto-store.js'

export type { WebCryptoKeyStore } from './webcrypto/web-crypto-store.js'

/** What a WebCrypto key store is made from. */
export interface WebCryptoKeyStoreOptions {
  /**
   * Name of the IndexedDB database that keeps the keys; it belongs to the store alone, and to the origin of the page. It
   * is made when it is first needed. Default: none; the keys are gone with the page or process.
   */
  readonly database?: string | undefined
  /** Replaces the `indexedDB` of the page. */
  readonly indexedDb?: IDBFactory | undefined
}

/**
 * Returns a key store of WebCrypto keys, for browsers and for everything else that has WebCrypto: Ed25519, P-256, P-384
 * and RSA. Private keys are not extractable: scripts can have them sign, and cannot read them.
 *
 * With `database` the keys stay in IndexedDB, where they outlive the page; several tabs may use one database, and never
 * make two keys of one name. Whatever script runs on the origin can sign with them, and a browser may delete them
 * when space is short, unless `navigator.storage.persist()` was granted, or when the user clears the site's data. There
 * is no backup of a key that cannot be read: to lose one must do no harm. So it suits learners' wallets and keys that are
 * easily replaced, not the key of an institution.
 *
 * @throws {ProofsError} from its members, besides what `KeyStore` says: `ERR_ALGORITHM_UNSUPPORTED` (the engine lacks
 * the algorithm, or the page was not loaded over https), `ERR_INVALID_KEY`, `ERR_KEY_STORE_READ`, `ERR_KEY_STORE_WRITE`,
 * `ERR_KEY_STORE_CORRUPT`.
 * @example
 * ```ts
 * import { webCryptoKeyStore } from '@testamur/proofs/key-stores/webcrypto'
 *
 * const keys = webCryptoKeyStore() // in a page: webCryptoKeyStore({ database: 'wallet-keys' })
 * const { verificationMethod } = await keys.generate({ algorithm: 'ES256' })
 * const signer = await keys.getSigner(verificationMethod)
 * console.log((await signer.sign(new Uint8Array(64))).length) // 64
 * ```
 */
export function webCryptoKeyStore(options: WebCryptoKeyStoreOptions = {}): WebCryptoKeyStore {
  const { database, indexedDb = globalThis.indexedDB as IDBFactory | undefined } = options
  return webCryptoStore(database === undefined ? recordsInMemory() : recordsInIndexedDb(database, indexedDb))
}
