import { exitCodes } from '../exit-codes.js'
import type { Io } from '../io/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { inKeyStore, openOrMakeKeyStore } from './key-store.js'
import { tellNewKey } from './keys-generate.js'
import { controllerOption, exampleText, fragmentOption, jsonOption, keysOption, parseFileName } from './options.js'
import { readPrivateKey } from './private-key-file.js'

interface ImportOptions extends CommonOptions {
  readonly keys: string
  readonly controller?: string | undefined
  readonly fragment?: string | undefined
}

/** `testamur keys import`: takes a key that was made elsewhere. */
export const keysImport: DefineCommand = (parent, io, exit) => {
  parent
    .command('import')
    .summary('take a key that was made elsewhere')
    .description(
      'Take the private key in FILE into the directory: PEM (PKCS #8, also encrypted, SEC 1 or PKCS #1), a JWK, or a JSON object ' +
        'with secretKeyMultibase. The passphrase of an encrypted PEM is in TESTAMUR_IMPORT_PASSPHRASE, or you are asked. ' +
        'Afterwards delete FILE: it is a copy of the key.',
    )
    .argument('<FILE>', 'the private key; - for standard input', parseFileName)
    .addOption(keysOption())
    .addOption(controllerOption())
    .addOption(fragmentOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      exampleText('testamur keys import key.pem --keys keys --controller did:web:registrar.example --fragment key-1'),
    )
    .action(async (file: string, options: ImportOptions) => {
      await importKey(file, options, io)
      exit(exitCodes.fine)
    })
}

async function importKey(file: string, { keys, controller, fragment, json }: ImportOptions, io: Io): Promise<void> {
  const jwk = await readPrivateKey(file, io)
  const key = await inKeyStore(keys, async () =>
    (await openOrMakeKeyStore(keys, io)).importJwk(jwk, { controller, fragment }),
  )
  await tellNewKey(key, { json, advice: `The key was taken; "testamur keys list --keys ${keys}" names it` }, io)
}
