import { ProofsError } from '../../errors.js'
import { generatePrivateJwk } from '../../keys/private-key.js'
import type { LocalKeyStore } from '../interface.js'
import { refuseBadName, refuseOutOfUse } from '../stored-key.js'
import { addKey, changePassphrase, revokeKey, rotateKey } from './key-changes.js'
import { keyDirectory } from './key-directory.js'
import { type PassphraseSource, passphraseFrom } from './passphrase.js'
import { sealedKeys } from './sealed-keys.js'

/** What an encrypted-file key store is made from. */
export interface EncryptedFileKeyStoreOptions {
  /** The directory of the key files; made when the first key is. Only its owner may enter it (mode 0700). */
  readonly directory: string
  /**
   * Opens every key of the store. A function is called when the first private key is needed, and again after a wrong
   * passphrase.
   */
  readonly passphrase: PassphraseSource
  /** Longest wait for another process that is writing. Default 10,000. */
  readonly lockTimeoutMs?: number | undefined
}

/** A key store in a directory. */
export interface EncryptedFileKeyStore extends LocalKeyStore {
  /**
   * Encrypts every key anew, under another passphrase, and uses that from now on. When it is interrupted, each key opens
   * with the old passphrase or with the new one; called again with both, it does the rest.
   * @throws {ProofsError} `ERR_WRONG_PASSPHRASE` when a key opens with neither, and nothing was written;
   * `ERR_INVALID_OPTION` when the new one is empty.
   */
  changePassphrase(passphrase: PassphraseSource): Promise<void>
}

/**
 * The store; `iterations` of PBKDF2 protect the keys it writes. Only tests have a reason to give fewer than the
 * default.
 */
export function encryptedFileStore(options: EncryptedFileKeyStoreOptions, iterations: number): EncryptedFileKeyStore {
  const { lockTimeoutMs = 10_000 } = options
  if (!(Number.isFinite(lockTimeoutMs) && lockTimeoutMs >= 0)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'lockTimeoutMs is a number of milliseconds, not less than 0')
  }
  const directory = keyDirectory(options.directory, { lockTimeoutMs })
  const keys = sealedKeys({ directory, passphrase: passphraseFrom(options.passphrase), iterations })
  return {
    async getSigner(verificationMethod) {
      const record = await keys.find(verificationMethod)
      const signer = await keys.signer(record)
      refuseOutOfUse(record.key)
      return signer
    },
    async generate(options = {}) {
      refuseBadName(options)
      return addKey(keys, await generatePrivateJwk(options), options)
    },
    async list() {
      return (await directory.readAll()).map(({ key }) => key)
    },
    async exportPublic(verificationMethod) {
      return (await keys.find(verificationMethod)).key
    },
    rotate: (verificationMethod, options) => rotateKey(keys, verificationMethod, options),
    revoke: (verificationMethod, options) => revokeKey(keys, verificationMethod, options),
    importJwk: (jwk, options) => addKey(keys, jwk, options),
    changePassphrase: (passphrase) => changePassphrase(keys, passphrase),
  }
}
