import { isObject } from '@testamur/documents/json'
import type { Signer } from '@testamur/proofs/keys'
import { issue, type IssueOptions as LibraryOptions, type Secured } from 'testamur'
import { CliError, inFile } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import {
  contentOf,
  displayName,
  eachRecord,
  isFile,
  notJson,
  parseRecords,
  type Records,
  readBytes,
  readDocumentMap,
  recordName,
  writeJson,
} from '../files/index.js'
import type { Io } from '../io/index.js'
import { counted, printableName, progressLine } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { signerFrom } from './key-store.js'
import {
  documentsOption,
  exampleText,
  jsonOption,
  keyOption,
  keysOption,
  outputOption,
  parseFileName,
} from './options.js'

interface IssueOptions extends CommonOptions {
  readonly keys: string
  readonly key: string
  readonly documents?: string | undefined
  readonly output?: string | undefined
}

/** A signed record, and how many signatures that took: one for each inner credential, and its own. */
interface IssuedRecord {
  readonly credential: Secured<object>
  readonly signatures: number
}

/** What records are signed with, and the file that messages name. */
interface IssueWith extends Pick<LibraryOptions, 'signer' | 'documents'> {
  readonly file: string
  readonly io: Io
}

/** `testamur issue`: signs records, their inner credentials first. */
export const issueCommand: DefineCommand = (parent, io, exit) => {
  parent
    .command('issue')
    .summary('sign records')
    .description(
      'Sign the record in FILE, or each record of an array: first the credentials of the same issuer inside it, then the record. ' +
        'Nothing is written unless all are signed. With --json: { records: [{ credential, signatures }] }.',
    )
    .argument('<FILE>', 'JSON: one credential, or an array of credentials; - for standard input', parseFileName)
    .addOption(keysOption())
    .addOption(keyOption('the key to sign with'))
    .addOption(documentsOption('contexts of your own'))
    .addOption(outputOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur issue record.json --keys keys --key "$KEY" -o clr.json'))
    .action(async (file: string, options: IssueOptions) => {
      await issueFile(file, options, io)
      exit(exitCodes.fine)
    })
}

async function issueFile(
  file: string,
  { keys, key, documents: map, output, json }: IssueOptions,
  io: Io,
): Promise<void> {
  const parsed = parseRecords(await readBytes(file, io))
  if (!parsed.ok) throw notJson(file, parsed.problem, exitCodes.document)
  const documents = map === undefined ? undefined : await readDocumentMap(map, io)
  const signer = await signerFrom(keys, key, io)
  const issued = await issueRecords(parsed.records, { file, signer, documents, io })
  const signed = contentOf({ ...issued, items: issued.items.map(({ credential }) => credential) })
  if (isFile(output) || !json) await writeJson(output, signed, io)
  if (json) await writeJson(undefined, { records: issued.items }, io)
  else await io.stderr.write(summary(file, issued, key))
}

async function issueRecords(
  records: Records<unknown>,
  { file, signer, documents, io }: IssueWith,
): Promise<Records<IssuedRecord>> {
  const progress = progressLine(io)
  let signatures = 0
  const counting: Signer = {
    ...signer,
    sign: (data) => {
      signatures += 1
      progress.show(counted(signatures, 'signature'))
      return signer.sign(data)
    },
  }
  try {
    return await eachRecord(records, (record, index) =>
      inFile(recordName(file, records, index), async () => {
        const before = signatures
        const document = objectOf(record, recordName(file, records, index))
        const credential = await issue(document, { signer: counting, documents })
        return { credential, signatures: signatures - before }
      }),
    )
  } finally {
    await progress.end()
  }
}

function objectOf(record: unknown, name: string): object {
  if (isObject(record)) return record
  throw new CliError('ERR_FILE_CONTENT', 'a credential was expected: a JSON object', {
    file: name,
    exitCode: exitCodes.document,
  })
}

function summary(file: string, { items }: Records<IssuedRecord>, key: string): string {
  const signatures = items.reduce((sum, issued) => sum + issued.signatures, 0)
  const done = `${counted(items.length, 'record')} issued with ${counted(signatures, 'signature')}`
  return `${printableName(displayName(file))}: ${done} by ${printableName(key)}\n`
}
