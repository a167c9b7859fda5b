import type { StoredKey } from '@testamur/proofs/key-stores'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'
import { exitCodes } from '../exit-codes.js'
import { writeJson, writeOutput } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printable } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { inKeyStore, openOrMakeKeyStore } from './key-store.js'
import { algorithmOption, controllerOption, exampleText, fragmentOption, jsonOption, keysOption } from './options.js'

interface GenerateOptions extends CommonOptions {
  readonly keys: string
  readonly controller?: string | undefined
  readonly fragment?: string | undefined
  readonly algorithm?: SignatureAlgorithm | undefined
}

/** `testamur keys generate`: makes a key in the store and says what it is called. */
export const keysGenerate: DefineCommand = (parent, io, exit) => {
  parent
    .command('generate')
    .summary('make a key')
    .description(
      'Make a key and keep it in the directory, encrypted under the passphrase in TESTAMUR_PASSPHRASE or one that you are ' +
        'asked for. Without --controller it is a did:key: ' +
        'its own identifier, which works as the id of an issuer without any publishing.',
    )
    .addOption(keysOption())
    .addOption(controllerOption())
    .addOption(fragmentOption())
    .addOption(algorithmOption('EdDSA'))
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys generate --keys keys'))
    .action(async (options: GenerateOptions) => {
      await generate(options, io)
      exit(exitCodes.fine)
    })
}

async function generate({ keys, controller, fragment, algorithm, json }: GenerateOptions, io: Io): Promise<void> {
  const key = await inKeyStore(keys, async () =>
    (await openOrMakeKeyStore(keys, io)).generate({ controller, fragment, algorithm }),
  )
  await tellNewKey(key, { json, advice: `The key was made; "testamur keys list --keys ${keys}" names it` }, io)
}

/** Prints the name of a key that is new in the store, or under `--json` its public part. */
export async function tellNewKey(
  { verificationMethod, controller, algorithm, publicKeyMultibase }: StoredKey,
  { json, advice }: { readonly json: boolean | undefined; readonly advice: string },
  io: Io,
): Promise<void> {
  const shown = { verificationMethod, controller, algorithm, publicKeyMultibase }
  if (json) await writeJson(undefined, shown, io, advice)
  else await writeOutput(undefined, `${printable(verificationMethod)}\n`, io, advice)
}
