import { exitCodes } from '../exit-codes.js'
import { writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { openKeyStore, withKey } from './key-store.js'
import { exampleText, jsonOption, keyOption, keysOption, parseInstant } from './options.js'

interface RevokeOptions extends CommonOptions {
  readonly keys: string
  readonly key: string
  readonly at?: Date | undefined
}

/** `testamur keys revoke`: ends a key that somebody else may hold. */
export const keysRevoke: DefineCommand = (parent, io, exit) => {
  parent
    .command('revoke')
    .summary('end a key that somebody else may hold')
    .description(
      'End a key: it signs no more, and once that is published nothing that it ever signed is good, whenever it was ' +
        'signed. For a key that is merely old, rotate it instead. There is no way back. With --json: { revoked }.',
    )
    .addOption(keysOption())
    .addOption(keyOption('the key to revoke'))
    .option('--at <INSTANT>', 'when it ended, with time and offset: 2026-05-15T00:00:00Z (default: now)', parseInstant)
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys revoke --keys keys --key did:web:registrar.example#key-1'))
    .action(async (options: RevokeOptions) => {
      await revoke(options, io)
      exit(exitCodes.fine)
    })
}

async function revoke({ keys, key, at, json }: RevokeOptions, io: Io): Promise<void> {
  const revoked = await withKey(keys, key, () => openKeyStore(keys, io).revoke(key, { at }))
  if (json) return writeJson(undefined, { revoked }, io)
  const isOwnDocument = /^did:(key|jwk):/.test(revoked.controller)
  const next = isOwnDocument
    ? 'nobody else can learn that, because its name is the key itself'
    : 'publish the keys now, so that others learn it'
  await io.stderr.write(`${printableName(key)}: revoked since ${revoked.revoked}; ${next}\n`)
}
