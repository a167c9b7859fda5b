import { ProofsError } from '../../errors.js'
import type { PrivateJwk, Signer } from '../../keys/interface.js'
import { keyPairFromJwk } from '../../keys/private-key.js'
import type { StoredKey } from '../interface.js'
import { keyNotFound } from '../stored-key.js'
import { type KeyDirectory } from './key-directory.js'
import type { KeyRecord } from './key-record.js'
import type { Passphrase } from './passphrase.js'
import { seal, unseal } from './sealed-key.js'

/** The keys of a directory, under one passphrase. */
export interface SealedKeys {
  readonly directory: KeyDirectory
  readonly passphrase: Passphrase
  /**
   * Returns the record of a key.
   * @throws {ProofsError} `ERR_KEY_NOT_FOUND`
   */
  find(verificationMethod: string): Promise<KeyRecord>
  /** Returns the signer of a record, which stays open; one that says something else than before is opened anew. */
  signer(record: KeyRecord): Promise<Signer>
  /** Opens one of the records, by preference one that is open already: one store, one passphrase. */
  refuseOtherPassphrase(records: readonly KeyRecord[]): Promise<void>
  /**
   * Returns the private key of a record.
   * @throws {ProofsError} `ERR_WRONG_PASSPHRASE`, `ERR_KEY_STORE_CORRUPT`
   */
  unseal(record: KeyRecord, passphrase?: string): Promise<PrivateJwk>
  /** Returns the record of a key, encrypted under the passphrase. */
  seal(key: StoredKey, jwk: PrivateJwk, passphrase?: string): Promise<KeyRecord>
}

/** What {@link sealedKeys} works with. */
export interface SealedKeysOptions extends Pick<SealedKeys, 'directory' | 'passphrase'> {
  /** Rounds of PBKDF2 for what is encrypted. */
  readonly iterations: number
}

/** Returns the keys of a directory. */
export function sealedKeys({ directory, passphrase, iterations }: SealedKeysOptions): SealedKeys {
  // A key takes a quarter of a second to open, by design; it then stays open as long as the store object lives.
  const opened = new Map<string, { readonly content: string; readonly signer: Promise<Signer> }>()
  const isOpen = (record: KeyRecord): boolean =>
    opened.get(record.key.verificationMethod)?.content === JSON.stringify(record)

  const open = async (record: KeyRecord): Promise<Signer> => {
    const { verificationMethod, algorithm } = record.key
    const { sign } = await keyPairFromJwk(await keys.unseal(record))
    return { verificationMethod, algorithm, sign }
  }

  const keys: SealedKeys = {
    directory,
    passphrase,
    async find(verificationMethod) {
      const record = await directory.read(verificationMethod)
      if (record === undefined) throw keyNotFound(verificationMethod)
      return record
    },
    async signer(record) {
      const name = record.key.verificationMethod
      const known = opened.get(name)
      if (known !== undefined && isOpen(record)) return known.signer
      const signer = open(record)
      opened.set(name, { content: JSON.stringify(record), signer })
      signer.catch(() => opened.get(name)?.signer === signer && opened.delete(name))
      return signer
    },
    async refuseOtherPassphrase(records) {
      const witness = records.find(isOpen) ?? records[0]
      if (witness !== undefined) await keys.signer(witness)
    },
    async unseal(record, other) {
      try {
        const file = directory.fileOf(record.key.verificationMethod)
        return await unseal(record, { passphrase: other ?? (await passphrase.ask()), file })
      } catch (error) {
        if (other === undefined && isWrongPassphrase(error)) passphrase.forget()
        throw error
      }
    },
    async seal(key, jwk, other) {
      return seal(key, jwk, { passphrase: other ?? (await passphrase.ask()), iterations })
    },
  }
  return keys
}

/** True for the error of a passphrase that does not open a key. */
export function isWrongPassphrase(error: unknown): boolean {
  return ProofsError.isInstance(error) && error.code === 'ERR_WRONG_PASSPHRASE'
}
