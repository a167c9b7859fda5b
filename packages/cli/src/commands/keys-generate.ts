import { exitCodes } from '../exit-codes.js'
import { writeJson, writeOutput } from '../files/index.js'
import type { Io } from '../io/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { inKeyStore, openOrMakeKeyStore } from './key-store.js'
import { exampleText, jsonOption, keysOption } from './options.js'

interface GenerateOptions extends CommonOptions {
  readonly keys: string
  readonly controller?: string | undefined
  readonly fragment?: string | undefined
}

/** `testamur keys generate`: makes an Ed25519 key in the store and says what it is called. */
export const keysGenerate: DefineCommand = (parent, io, exit) => {
  parent
    .command('generate')
    .summary('make a key')
    .description(
      'Make an Ed25519 key and keep it in the folder, encrypted under the passphrase. Without --controller it is a did:key: ' +
        'its own identifier, which works as the id of an issuer without any publishing.',
    )
    .addOption(keysOption())
    .option('--controller <ID>', 'DID or https URL that the key belongs to, such as did:web:registrar.example')
    .option('--fragment <NAME>', 'with --controller: name of the key within it, such as key-1')
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur keys generate --keys keys'))
    .action(async (options: GenerateOptions) => {
      await generate(options, io)
      exit(exitCodes.fine)
    })
}

async function generate({ keys, controller, fragment, json }: GenerateOptions, io: Io): Promise<void> {
  const key = await inKeyStore(keys, async () =>
    (await openOrMakeKeyStore(keys, io)).generate({ controller, fragment }),
  )
  const { verificationMethod, algorithm, publicKeyMultibase } = key
  const advice = `The key was made; "testamur keys list --keys ${keys}" names it`
  const shown = { verificationMethod, controller: key.controller, algorithm, publicKeyMultibase }
  if (json) await writeJson(undefined, shown, io, advice)
  else await writeOutput(undefined, `${verificationMethod}\n`, io, advice)
}
