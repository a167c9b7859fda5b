import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { exitCodes } from '../exit-codes.js'
import { writeJson, writeOutput } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printable, printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { openKeyStore, withKey } from './key-store.js'
import { algorithmOption, exampleText, fragmentOption, jsonOption, keyOption, keysOption } from './options.js'

interface RotateOptions extends CommonOptions {
  readonly keys: string
  readonly key: string
  readonly fragment?: string | undefined
  readonly algorithm?: SignatureAlgorithm | undefined
}

/** `testamur keys rotate`: puts a new key in the place of another. */
export const keysRotate: DefineCommand = (parent, io, exit) => {
  parent
    .command('rotate')
    .summary('put a new key in the place of another')
    .description(
      'Make a key of the same controller and retire the old one: it signs no more, and what it signed stays good as long as ' +
        'both are published. Prints the name of the new key; with --json { retired, current }.',
    )
    .addOption(keysOption())
    .addOption(keyOption('the key to retire'))
    .addOption(fragmentOption())
    .addOption(algorithmOption('that of the old key'))
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys rotate --keys keys --key did:web:registrar.example#key-1'))
    .action(async (options: RotateOptions) => {
      await rotate(options, io)
      exit(exitCodes.fine)
    })
}

async function rotate({ keys, key, fragment, algorithm, json }: RotateOptions, io: Io): Promise<void> {
  const rotated = await withKey(keys, key, () => openKeyStore(keys, io).rotate(key, { fragment, algorithm }))
  const { verificationMethod } = rotated.current
  const advice = `The key was rotated; "testamur keys list --keys ${keys}" names the new one`
  if (json) return writeJson(undefined, rotated, io, advice)
  await writeOutput(undefined, `${printable(verificationMethod)}\n`, io, advice)
  await io.stderr.write(`${printableName(key)}: retired; publish the keys before you sign with the new one\n`)
}
