import type { StoredKey } from '@testamur/proofs/key-stores'
import { exitCodes } from '../exit-codes.js'
import { writeJson, writeOutput } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printable, printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { openKeyStore } from './key-store.js'
import { exampleText, jsonOption, keysOption } from './options.js'

interface ListOptions extends CommonOptions {
  readonly keys: string
}

/** `testamur keys list`: names the keys of the store, oldest first. Needs no passphrase. */
export const keysList: DefineCommand = (parent, io, exit) => {
  parent
    .command('list')
    .summary('name the keys')
    .description(
      'Name the keys of the directory, oldest first, and say which are retired or revoked. Needs no passphrase.',
    )
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys list --keys keys'))
    .action(async (options: ListOptions) => {
      await list(options, io)
      exit(exitCodes.fine)
    })
}

async function list({ keys: directory, json }: ListOptions, io: Io): Promise<void> {
  const keys = await openKeyStore(directory, io).list()
  if (json) return writeJson(undefined, { keys }, io)
  if (keys.length === 0) return io.stderr.write(`${printableName(directory)}: no keys yet\n`)
  const lines = keys.map(
    (key) => `${printable(key.created)}  ${key.algorithm}  ${printable(key.verificationMethod)}${stateOf(key)}`,
  )
  return writeOutput(undefined, `${lines.join('\n')}\n`, io)
}

function stateOf({ retired, revoked }: StoredKey): string {
  if (revoked !== undefined) return `  revoked ${revoked}`
  return retired === undefined ? '' : `  retired ${retired}`
}
