import path from 'node:path'
import { didWebUrl } from '@testamur/proofs/dids'
import { didDocumentFor, jwksFor, type StoredKey } from '@testamur/proofs/key-stores'
import { InvalidArgumentError } from 'commander'
import { exitCodes } from '../exit-codes.js'
import { makeFolder, standardStream, writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { openKeyStore } from './key-store.js'
import { exampleText, jsonOption, keysOption, parseFileName } from './options.js'

interface PublishOptions extends CommonOptions {
  readonly keys: string
  readonly controller: string
  readonly output: string
}

/** A file that is written, and where it belongs on the web, if that can be told. */
interface PublishedFile {
  readonly name: string
  readonly content: object
  readonly url: string | undefined
}

/** `testamur keys publish`: writes what a controller has to put on its web site. */
export const keysPublish: DefineCommand = (parent, io, exit) => {
  parent
    .command('publish')
    .summary('write the files that publish the keys')
    .description(
      'Write did.json, the DID document, and jwks.json, the JWK Set, of a controller: retired keys stay in both, revoked ' +
        'keys are marked in the first and left out of the second. For an https URL, jwks.json alone. Needs no passphrase. ' +
        'With --json: { files: [{ file, url }] }, url being where the file belongs.',
    )
    .addOption(keysOption())
    .requiredOption('--controller <ID>', 'whose keys: the DID or https URL that they were generated with')
    .requiredOption('-o, --output <DIR>', 'folder to write to; made if it is not there', parseFolder)
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

function parseFolder(text: string): string {
  if (text !== standardStream) return parseFileName(text)
  throw new InvalidArgumentError('Two files are written; name a folder.')
}

async function publish({ keys, controller, output, json }: PublishOptions, io: Io): Promise<void> {
  const files = filesFor(await openKeyStore(keys, io).list(), controller)
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
