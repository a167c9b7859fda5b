import path from 'node:path'
import { TestamurError } from '@testamur/documents'
import type { KeyStore, StoredKey } from '@testamur/proofs/key-stores'
import { type EncryptedFileKeyStore, encryptedFileKeyStore } from '@testamur/proofs/key-stores/encrypted-file'
import type { Signer } from '@testamur/proofs/keys'
import { CliError } from '../errors.js'
import type { Io } from '../io/index.js'

/** Environment variables that hold passphrases: of the key store, and the one that is to take its place. */
const passphraseVariable = 'TESTAMUR_PASSPHRASE'
const newPassphraseVariable = 'TESTAMUR_NEW_PASSPHRASE'

/** Returns the key store in a directory. The passphrase is asked for when a private key is first needed. */
export function openKeyStore(directory: string, io: Io): EncryptedFileKeyStore {
  return encryptedFileKeyStore({
    directory: path.resolve(io.cwd, directory),
    passphrase: () => askPassphrase(io, { question: `Passphrase of ${directory}: `, variable: passphraseVariable }),
  })
}

/** Returns a key store that may be new: a passphrase that is typed for the first time is typed twice. */
export async function openOrMakeKeyStore(directory: string, io: Io): Promise<EncryptedFileKeyStore> {
  const store = openKeyStore(directory, io)
  if (io.prompt === undefined || (await store.list()).length > 0) return store
  return encryptedFileKeyStore({
    directory: path.resolve(io.cwd, directory),
    passphrase: () => askTwice(directory, io, passphraseVariable),
  })
}

/** Returns the passphrase that is to take the place of the present one. */
export function askNewPassphrase(directory: string, io: Io): Promise<string> {
  return askTwice(directory, io, newPassphraseVariable)
}

async function askTwice(directory: string, io: Io, variable: string): Promise<string> {
  const passphrase = await askPassphrase(io, { question: `New passphrase for ${directory}: `, variable })
  const again = await askPassphrase(io, { question: 'The same again: ', variable })
  if (passphrase === again) return passphrase
  throw new CliError('ERR_PASSPHRASE_MISSING', 'The two passphrases differ', { advice: 'Try again' })
}

/**
 * Returns the passphrase in an environment variable, or else what is typed. `of` is whose it is.
 * @throws {CliError} `ERR_PASSPHRASE_MISSING`
 */
export async function askPassphrase(
  { env, prompt }: Io,
  options: { readonly question: string; readonly variable: string; readonly of?: string | undefined },
): Promise<string> {
  const { question, variable, of = 'The key store' } = options
  const passphrase = env[variable] || (await prompt?.(question))
  if (passphrase) return passphrase
  throw new CliError('ERR_PASSPHRASE_MISSING', `${of} needs a passphrase`, {
    advice: `Set ${variable}, or run the command on a terminal to be asked`,
  })
}

/**
 * Opens every key, if the passphrase is at hand, so that one whose public part was changed is not taken for what it says.
 * @throws {TestamurError} `ERR_KEY_STORE_CORRUPT`, `ERR_WRONG_PASSPHRASE`
 */
export async function refuseForgedKeys(store: KeyStore, keys: readonly StoredKey[], { env }: Io): Promise<void> {
  if (!env[passphraseVariable]) return
  for (const { verificationMethod } of keys) {
    await store.getSigner(verificationMethod).catch((error: unknown) => {
      const isOutOfUse = TestamurError.isInstance(error) && /^ERR_KEY_(RETIRED|REVOKED)$/.test(error.code)
      if (!isOutOfUse) throw error
    })
  }
}

/** Returns the signer for a key. Throws what {@link withKey} throws. */
export function signerFrom(directory: string, key: string, io: Io): Promise<Signer> {
  return withKey(directory, key, () => openKeyStore(directory, io).getSigner(key))
}

/**
 * Runs an action on one key of a store.
 * @throws {CliError} `ERR_KEY_NOT_FOUND`, which says how to find the name; and what {@link inKeyStore} throws.
 */
export async function withKey<T>(directory: string, key: string, action: () => Promise<T>): Promise<T> {
  try {
    return await inKeyStore(directory, action)
  } catch (error) {
    if (!TestamurError.isInstance(error) || error.code !== 'ERR_KEY_NOT_FOUND') throw error
    throw new CliError('ERR_KEY_NOT_FOUND', `the key store has no key ${key}`, {
      file: directory,
      advice: `"testamur keys list --keys ${directory}" names the keys it has`,
      cause: error,
    })
  }
}

/** Runs an action on a key store; a wrong passphrase comes out with the directory that it was meant for. */
export async function inKeyStore<T>(directory: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (!TestamurError.isInstance(error) || error.code !== 'ERR_WRONG_PASSPHRASE') throw error
    throw new CliError(error.code, error.message, { file: directory, cause: error })
  }
}
