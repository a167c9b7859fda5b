import {
  type EncryptedFileKeyStore,
  type EncryptedFileKeyStoreOptions,
  encryptedFileStore,
} from './encrypted-file/encrypted-file-store.js'
import { pbkdf2Iterations } from './encrypted-file/encrypted-key.js'

export type { EncryptedFileKeyStore, EncryptedFileKeyStoreOptions } from './encrypted-file/encrypted-file-store.js'
export type { PassphraseSource } from './encrypted-file/passphrase.js'

/**
 * Returns a key store in a directory: one file per key, private keys encrypted under a passphrase. Node only.
 *
 * Each file holds the public part in clear and the private key as JWE (RFC 7516: PBES2-HS512+A256KW with 600,000 rounds
 * of PBKDF2, A256GCM). Files have mode 0600; a directory that others can enter and a file that others can read or write
 * are refused (not on Windows), as are those of another account. A key is there completely or not at all, also after a crash; several processes of one
 * machine may use one directory. An opened key stays in memory as long as the store object does. Whoever has the directory
 * *and* the passphrase has the keys: back up both, apart from each other.
 *
 * `list` and `exportPublic` read the clear part without the passphrase, so they cannot tell whether somebody with write
 * access to the directory changed it. `getSigner` can: the JWE authenticates the clear part that it was stored with. So
 * rotating and revoking take the passphrase, too.
 *
 * @throws {ProofsError} from its members, besides what {@link EncryptedFileKeyStore} says: `ERR_WRONG_PASSPHRASE`,
 * `ERR_KEY_STORE_UNSAFE` (others can enter the directory, or read or write a file), `ERR_KEY_STORE_CORRUPT` (names the
 * file), `ERR_KEY_STORE_READ`, `ERR_KEY_STORE_WRITE`, `ERR_KEY_STORE_LOCKED`, `ERR_INVALID_OPTION` (empty passphrase;
 * `lockTimeoutMs` that is no time, thrown at once).
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { encryptedFileKeyStore } from '@testamur/proofs/key-stores/encrypted-file'
 *
 * const directory = await mkdtemp(join(tmpdir(), 'keys-'))
 * const keys = encryptedFileKeyStore({ directory, passphrase: 'correct horse battery staple' })
 * const { verificationMethod } = await keys.generate({ controller: 'did:web:registrar.example', fragment: 'key-1' })
 * const signer = await keys.getSigner(verificationMethod)
 * console.log(signer.algorithm) // EdDSA
 * ```
 */
export function encryptedFileKeyStore(options: EncryptedFileKeyStoreOptions): EncryptedFileKeyStore {
  return encryptedFileStore(options, pbkdf2Iterations)
}
