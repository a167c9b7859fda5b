import type { GenerateKeyOptions, ImportKeyOptions, KeyStore, StoredKey } from '../interface.js'
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
} from '../stored-key.js'
import type { KeyRecord, KeyRecords } from './key-records.js'
import {
  checkedWebCryptoKeyPair,
  generateWebCryptoKeyPair,
  type WebCryptoKeyPair,
  webCryptoSign,
} from './web-crypto-keys.js'

/** A key store whose private keys are WebCrypto's. */
export interface WebCryptoKeyStore extends Required<KeyStore> {
  /**
   * Takes a key pair that was made elsewhere and returns its public part.
   * @throws {ProofsError} `ERR_INVALID_KEY` when the private key is extractable or cannot sign, or is not that of the
   * public one; `ERR_KEY_EXISTS` when the store has one of that name, or this very key under another, be it out of use
   */
  importKeyPair(keyPair: CryptoKeyPair, options?: ImportKeyOptions): Promise<StoredKey>
}

/** Returns the store over records. */
export function webCryptoStore(records: KeyRecords): WebCryptoKeyStore {
  const find = async (verificationMethod: string): Promise<KeyRecord> => {
    const record = await records.get(verificationMethod)
    if (record === undefined) throw keyNotFound(verificationMethod)
    return record
  }
  const add = (pair: WebCryptoKeyPair, how: GenerateKeyOptions): Promise<StoredKey> =>
    records.update((all) => {
      const record = newRecord(pair, how, all)
      return { write: [record], result: record.stored }
    })

  return {
    async getSigner(verificationMethod) {
      const { stored, privateKey } = await find(verificationMethod)
      refuseOutOfUse(stored)
      const { algorithm } = stored
      return { verificationMethod, algorithm, sign: webCryptoSign(privateKey, algorithm) }
    },
    async generate(how = {}) {
      const { algorithm = 'EdDSA' } = how
      return add(await generateWebCryptoKeyPair(algorithm), how)
    },
    async list() {
      const all = await records.getAll()
      return all.map(({ stored }) => stored).toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
    },
    async exportPublic(verificationMethod) {
      return (await find(verificationMethod)).stored
    },
    async rotate(verificationMethod, how = {}) {
      const old = (await find(verificationMethod)).stored
      successorOptions(old, how) // refuses before there is a key
      const pair = await generateWebCryptoKeyPair(how.algorithm ?? old.algorithm)
      return records.update((all) => {
        const { stored, privateKey } = recordOf(verificationMethod, all)
        const current = newRecord(pair, successorOptions(stored, how), all)
        const retired = retiredKey(stored)
        return { write: [current, { stored: retired, privateKey }], result: { retired, current: current.stored } }
      })
    },
    revoke: (verificationMethod, when) =>
      records.update((all) => {
        const { stored, privateKey } = recordOf(verificationMethod, all)
        const revoked = revokedKey(stored, when)
        return { write: [{ stored: revoked, privateKey }], result: revoked }
      }),
    importKeyPair: async (keyPair, how = {}) => add(await checkedWebCryptoKeyPair(keyPair), how),
  }
}

function recordOf(verificationMethod: string, all: readonly KeyRecord[]): KeyRecord {
  const found = all.find(({ stored }) => stored.verificationMethod === verificationMethod)
  if (found === undefined) throw keyNotFound(verificationMethod)
  return found
}

/** Returns the record of a new key, with a name that none of the others has. */
function newRecord(
  { publicKey, privateKey }: WebCryptoKeyPair,
  how: GenerateKeyOptions,
  all: readonly KeyRecord[],
): KeyRecord {
  const others = all.map(({ stored }) => stored)
  const stored = newStoredKey(publicKey, withFreeFragment(how, others))
  const { verificationMethod } = stored
  if (others.some((other) => other.verificationMethod === verificationMethod)) throw keyExists(verificationMethod)
  refuseTwin(stored, others)
  return { stored, privateKey }
}
