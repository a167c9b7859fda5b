import path from 'node:path'
import { TestamurError } from '@testamur/documents'
import type { LocalKeyStore } from '@testamur/proofs/key-stores'
import { encryptedFileKeyStore } from '@testamur/proofs/key-stores/encrypted-file'
import type { Signer } from '@testamur/proofs/keys'
import { CliError } from '../errors.js'
import type { Io } from '../io/index.js'

/** Environment variable that holds the passphrase. */
const passphraseVariable = 'TESTAMUR_PASSPHRASE'

/** Returns the key store in a folder. The passphrase is asked for when a private key is first needed. */
export function openKeyStore(directory: string, io: Io): LocalKeyStore {
  return encryptedFileKeyStore({
    directory: path.resolve(io.cwd, directory),
    passphrase: () => askPassphrase(io, `Passphrase of ${directory}: `),
  })
}

/** Returns a key store that may be new: a passphrase that is typed for the first time is typed twice. */
export async function openOrMakeKeyStore(directory: string, io: Io): Promise<LocalKeyStore> {
  const store = openKeyStore(directory, io)
  if (io.prompt === undefined || (await store.list()).length > 0) return store
  return encryptedFileKeyStore({
    directory: path.resolve(io.cwd, directory),
    passphrase: async () => {
      const passphrase = await askPassphrase(io, `New passphrase for ${directory}: `)
      const again = await askPassphrase(io, 'The same again: ')
      if (passphrase === again) return passphrase
      throw new CliError('ERR_PASSPHRASE_MISSING', 'The two passphrases differ', { advice: 'Try again' })
    },
  })
}

async function askPassphrase({ env, prompt }: Io, question: string): Promise<string> {
  const passphrase = env[passphraseVariable] || (await prompt?.(question))
  if (passphrase) return passphrase
  throw new CliError('ERR_PASSPHRASE_MISSING', 'The key store needs a passphrase', {
    advice: `Set ${passphraseVariable}, or run the command on a terminal to be asked`,
  })
}

/** Returns the signer for a key. Throws {@link CliError} `ERR_KEY_NOT_FOUND`, and what {@link inKeyStore} throws. */
export async function signerFrom(directory: string, key: string, io: Io): Promise<Signer> {
  try {
    return await inKeyStore(directory, () => openKeyStore(directory, io).getSigner(key))
  } catch (error) {
    if (!TestamurError.isInstance(error) || error.code !== 'ERR_KEY_NOT_FOUND') throw error
    throw new CliError('ERR_KEY_NOT_FOUND', `the key store has no key ${key}`, {
      file: directory,
      advice: `"testamur keys list --keys ${directory}" names the keys it has`,
      cause: error,
    })
  }
}

/** Runs an action on a key store; a wrong passphrase comes out with the folder that it was meant for. */
export async function inKeyStore<T>(directory: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (!TestamurError.isInstance(error) || error.code !== 'ERR_WRONG_PASSPHRASE') throw error
    throw new CliError(error.code, error.message, { file: directory, cause: error })
  }
}
