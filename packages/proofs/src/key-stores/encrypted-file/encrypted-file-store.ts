import { ProofsError } from '../../errors.js'
import type { PrivateJwk, Signer } from '../../keys/interface.js'
import { barePrivateJwk, generatePrivateJwk, keyPairFromJwk } from '../../keys/private-key.js'
import type { LocalKeyStore } from '../interface.js'
import { keyExists, keyNotFound, newStoredKey } from '../stored-key.js'
import { decryptKey, encryptKey, type NamedPrivateJwk } from './encrypted-key.js'
import { keyDirectory } from './key-directory.js'
import { type KeyRecord, publicPartDigest } from './key-record.js'

/** What an encrypted-file key store is made from. */
export interface EncryptedFileKeyStoreOptions {
  /** The directory of the key files; made when the first key is. Only its owner may enter it (mode 0700). */
  readonly directory: string
  /**
   * Opens every key of the store. A function is called when the first private key is needed, and again after a wrong
   * passphrase.
   */
  readonly passphrase: string | (() => string | Promise<string>)
  /** Longest wait for another process that is adding a key. Default 10,000. */
  readonly lockTimeoutMs?: number | undefined
}

/**
 * The store; `iterations` of PBKDF2 protect the keys it writes. Only tests have a reason to give fewer than the
 * default.
 */
export function encryptedFileStore(options: EncryptedFileKeyStoreOptions, iterations: number): LocalKeyStore {
  const directory = keyDirectory(options.directory, { lockTimeoutMs: options.lockTimeoutMs ?? 10_000 })
  const passphrase = askedOnce(options.passphrase)
  // A key takes a quarter of a second to open; it then stays open as long as the store object lives.
  const signers = new Map<string, Promise<Signer>>()

  const open = (record: KeyRecord): Promise<Signer> => {
    // A file that was changed since is opened, and so checked, anew.
    const content = JSON.stringify(record)
    const signer =
      signers.get(content) ?? openKey(record, passphrase.ask, directory.fileOf(record.key.verificationMethod))
    signers.set(content, signer)
    signer.catch((error: unknown) => {
      signers.delete(content)
      if (ProofsError.isInstance(error) && error.code === 'ERR_WRONG_PASSPHRASE') passphrase.forget()
    })
    return signer
  }

  /** One store, one passphrase: a slip of the finger must not seal a new key for ever. */
  const refuseOtherPassphrase = async (): Promise<void> => {
    const [opened] = signers.values()
    const [oldest] = opened === undefined ? await directory.readAll() : []
    await (oldest === undefined ? opened : open(oldest))
  }

  const store: LocalKeyStore = {
    async getSigner(verificationMethod) {
      const record = await directory.read(verificationMethod)
      if (record === undefined) throw keyNotFound(verificationMethod)
      return open(record)
    },
    async generate(options = {}) {
      return store.importJwk(await generatePrivateJwk(options), options)
    },
    async list() {
      return (await directory.readAll()).map(({ key }) => key)
    },
    async exportPublic(verificationMethod) {
      const record = await directory.read(verificationMethod)
      if (record === undefined) throw keyNotFound(verificationMethod)
      return record.key
    },
    async importJwk(privateJwk: PrivateJwk, options) {
      const { publicKey } = await keyPairFromJwk(privateJwk)
      const key = newStoredKey(publicKey, options)
      const jwk: NamedPrivateJwk = { ...barePrivateJwk(privateJwk), kid: key.verificationMethod }
      if ((await directory.read(key.verificationMethod)) !== undefined) throw keyExists(key.verificationMethod)
      const encryptedKey = await encryptKey(jwk, {
        passphrase: await passphrase.ask(),
        iterations,
        publicPartDigest: publicPartDigest(key),
      })
      await directory.add({ key, encryptedKey }, refuseOtherPassphrase)
      return key
    },
  }
  return store
}

/** Decrypts a key and makes sure that the public part, which stands in clear beside it, is its own. */
async function openKey(record: KeyRecord, ask: () => Promise<string>, file: string): Promise<Signer> {
  const { verificationMethod, algorithm, publicKeyMultibase } = record.key
  const jwk = await decryptKey(record.encryptedKey, {
    passphrase: await ask(),
    verificationMethod,
    publicPartDigest: publicPartDigest(record.key),
  })
  const keyPair = jwk && (await keyPairFromJwk(jwk).catch(() => undefined))
  if (jwk?.kid === verificationMethod && keyPair?.publicKey.publicKeyMultibase === publicKeyMultibase) {
    return { verificationMethod, algorithm, sign: keyPair.sign }
  }
  throw new ProofsError(
    'ERR_KEY_STORE_CORRUPT',
    `The public part in ${file} is not the one its private key was stored with`,
    {
      advice: 'Restore the file from a backup, and find out who changed it',
    },
  )
}

/** Asks for the passphrase when it is first needed. */
function askedOnce(passphrase: EncryptedFileKeyStoreOptions['passphrase']): {
  readonly ask: () => Promise<string>
  readonly forget: () => void
} {
  let answer: Promise<string> | undefined
  const askNow = async (): Promise<string> => {
    const text = typeof passphrase === 'function' ? await passphrase() : passphrase
    if (typeof text === 'string' && text !== '') return text
    throw new ProofsError('ERR_INVALID_OPTION', 'The passphrase of a key store may not be empty')
  }
  const forget = (): void => {
    answer = undefined
  }
  return {
    ask: () => {
      answer ??= askNow()
      answer.catch(forget)
      return answer
    },
    forget,
  }
}
