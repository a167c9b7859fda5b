import path from 'node:path'
import { didWebUrl } from '@testamur/proofs/dids'
import { didDocumentFor, jwksFor, type StoredKey } from '@testamur/proofs/key-stores'
import { InvalidArgumentError } from 'commander'
import { CliError } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { makeFolder, readJson, standardStream, writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { inKeyStore, openKeyStore, refuseForgedKeys } from './key-store.js'
import { exampleText, jsonOption, keysOption, parseFileName } from './options.js'
import { publicationLosses } from './publication-losses.js'

interface PublishOptions extends CommonOptions {
  readonly keys: string
  readonly controller: string
  readonly output: string
  readonly force?: boolean | undefined
}

/** A file that is written, and where it belongs on the web, if that can be told. */
interface PublishedFile {
  readonly name: string
  readonly content: Readonly<Record<string, unknown>>
  readonly url: string | undefined
}

/** `testamur keys publish`: writes what a controller has to put on its web site. */
export const keysPublish: DefineCommand = (parent, io, exit) => {
  parent
    .command('publish')
    .summary('write the files that publish the keys')
    .description(
      'Write did.json, the DID document, and jwks.json, the JWK Set, of a controller: retired keys stay in both, revoked ' +
        'keys are marked in the first and left out of the second. For an https URL, jwks.json alone. Files that say more than would be written are not replaced. ' +
        'Needs no passphrase, but without it the public parts of the keys are taken as they stand in their files; with ' +
        'TESTAMUR_PASSPHRASE set it is made sure that nobody changed them. ' +
        'With --json: { files: [{ file, url }] }, url being where the file belongs.',
    )
    .addOption(keysOption())
    .requiredOption('--controller <ID>', 'whose keys: the DID or https URL that they were generated with')
    .requiredOption('-o, --output <DIR>', 'directory to write to; made if it is not there', parseDirectory)
    .option('--force', 'replace files also when that loses what they say')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      exampleText('testamur keys publish --keys keys --controller did:web:registrar.example -o public'),
    )
    .action(async (options: PublishOptions) => {
      await publish(options, io)
      exit(exitCodes.fine)
    })
}

function parseDirectory(text: string): string {
  if (text !== standardStream) return parseFileName(text)
  throw new InvalidArgumentError('Two files are written; name a directory.')
}

async function publish({ keys: directory, controller, output, force, json }: PublishOptions, io: Io): Promise<void> {
  const store = openKeyStore(directory, io)
  const keys = await store.list()
  const files = filesFor(keys, controller)
  await inKeyStore(directory, () => refuseForgedKeys(store, keys, io))
  if (!force) for (const file of files) await refuseLosses(path.join(output, file.name), file, keys, io)
  await makeFolder(output, io)
  const written: { file: string; url: string | undefined }[] = []
  for (const { name, content, url } of files) {
    const file = path.join(output, name)
    await writeJson(file, content, io)
    written.push({ file, url })
  }
  if (json) return writeJson(undefined, { files: written }, io)
  const lines = written.map(
    ({ file, url }) => `${printableName(file)}${url ? `: belongs at ${printableName(url)}` : ''}`,
  )
  await io.stderr.write(`${lines.join('\n')}\n`)
}

async function refuseLosses(name: string, file: PublishedFile, keys: readonly StoredKey[], io: Io): Promise<void> {
  const before = await readJson(name, io).catch((error: CliError) => {
    if (error.code === 'ERR_FILE_NOT_JSON') return undefined
    if (error.code === 'ERR_FILE_NOT_FOUND') return file.content
    throw error
  })
  const revoked = keys.filter((key) => key.revoked !== undefined).map((key) => key.verificationMethod)
  const losses = publicationLosses(before, file.content, new Set(revoked))
  if (losses.length === 0) return
  throw new CliError(
    'ERR_OUTPUT_FAILED',
    `the file is there already, and this would be lost: ${losses.map(printableName).join(', ')}`,
    {
      file: name,
      advice: 'Nothing was written; add that to what is published elsewhere, or say --force to lose it',
    },
  )
}

/** Everything that can be wrong is found before anything is written. */
function filesFor(keys: readonly StoredKey[], controller: string): readonly PublishedFile[] {
  const document = didWebUrl(controller)
  const site = document ?? controller
  const jwks: PublishedFile = {
    name: 'jwks.json',
    content: jwksFor(keys, { controller }),
    url: site.startsWith('https:') ? new URL('/.well-known/jwks.json', site).href : undefined,
  }
  if (controller.startsWith('https:')) return [jwks]
  return [{ name: 'did.json', content: didDocumentFor(keys, { controller }), url: document }, jwks]
}
