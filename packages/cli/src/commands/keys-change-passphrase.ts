import { CliError } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { counted, printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { askNewPassphrase, inKeyStore, openKeyStore } from './key-store.js'
import { exampleText, jsonOption, keysOption } from './options.js'

interface ChangePassphraseOptions extends CommonOptions {
  readonly keys: string
}

/** `testamur keys change-passphrase`: encrypts all keys of the store anew. */
export const keysChangePassphrase: DefineCommand = (parent, io, exit) => {
  parent
    .command('change-passphrase')
    .summary('encrypt the keys under another passphrase')
    .description(
      'Encrypt every key of the directory anew, under the passphrase in TESTAMUR_NEW_PASSPHRASE or one that you are asked for. ' +
        'When it is interrupted, run it again with the same two passphrases. Backups stay under the old one. ' +
        'With --json: { changed }, the number of keys.',
    )
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys change-passphrase --keys keys'))
    .action(async (options: ChangePassphraseOptions) => {
      await changePassphrase(options, io)
      exit(exitCodes.fine)
    })
}

async function changePassphrase({ keys: directory, json }: ChangePassphraseOptions, io: Io): Promise<void> {
  const store = openKeyStore(directory, io)
  const { length } = await store.list()
  if (length === 0) {
    throw new CliError('ERR_KEY_NOT_FOUND', 'the key store has no keys', {
      file: directory,
      advice: 'Name the directory of the keys with --keys',
    })
  }
  await inKeyStore(directory, () => store.changePassphrase(() => askNewPassphrase(directory, io)))
  if (json) return writeJson(undefined, { changed: length }, io)
  await io.stderr.write(`${printableName(directory)}: ${counted(length, 'key')} under the new passphrase\n`)
}
