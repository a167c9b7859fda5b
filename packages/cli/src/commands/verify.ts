import type { JsonValue } from '@testamur/documents'
import { Option } from 'commander'
import { type VerificationReport, type VerifyOptions, verify } from 'testamur'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import {
  contentOf,
  eachRecord,
  parseRecords,
  type Records,
  readBytes,
  readDocumentMap,
  recordName,
  writeJson,
  writeOutput,
} from '../files/index.js'
import type { Io } from '../io/index.js'
import { paletteFor, treeLines, verificationTree } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { documentsOption, exampleText, jsonOption, parseFileName, parseInstant, parseUri } from './options.js'

interface VerifyArguments extends CommonOptions {
  readonly documents?: string | undefined
  readonly offline?: boolean | undefined
  readonly acceptSelfAssertedKeys?: boolean | undefined
  readonly trustedStatusIssuer?: readonly string[] | undefined
  readonly schema: 'reject' | 'warn'
  readonly at?: Date | undefined
  readonly engine: 'fast' | 'reference' | 'both'
}

interface Verified {
  readonly report: VerificationReport
  /** The record, as far as it is JSON: reports name credentials by their place alone. */
  readonly document: JsonValue | undefined
}

/** `testamur verify`: says what a record is worth, and every credential inside it. */
export const verifyCommand: DefineCommand = (parent, io, exit) => {
  parent
    .command('verify')
    .summary('check signatures, issuers, status and validity')
    .description(
      'Verify the credential or presentation in FILE, or each of an array, and every credential inside it on its own. The network is ' +
        'used only to confirm keys with their issuers, for status lists and for newer versions. With --json: the verification report.',
    )
    .argument(
      '<FILE>',
      'a signed credential: JSON, compact JWS (.jwt), PNG or SVG; - for standard input',
      parseFileName,
    )
    .addOption(documentsOption('read instead of the network'))
    .option('--offline', 'never use the network; what it would have told is undetermined')
    .option('--accept-self-asserted-keys', 'count a key that only the credential itself says is the issuer’s')
    .addOption(
      new Option(
        '--trusted-status-issuer <ID>',
        'who may issue status lists for others: a DID or URL; may be given several times',
      ).argParser(collectUris),
    )
    .addOption(
      new Option('--schema <EFFECT>', 'what breaking the schema does').choices(['reject', 'warn']).default('reject'),
    )
    .option('--at <INSTANT>', 'time to judge validity at (default: now)', parseInstant)
    .addOption(
      new Option(
        '--engine <ENGINE>',
        'what canonicalises: the fast path, jsonld.js and rdf-canonize, or both, compared',
      )
        .choices(['fast', 'reference', 'both'])
        .default('fast'),
    )
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur verify clr.json'))
    .action(async (file: string, options: VerifyArguments) => exit(await verifyFile(file, options, io)))
}

const collectUris = (uri: string, uris: readonly string[] = []): readonly string[] => [...uris, parseUri(uri)]

async function verifyFile(file: string, options: VerifyArguments, io: Io): Promise<ExitCode> {
  const bytes = await readBytes(file, io)
  const results = await verifyRecords(bytes, {
    documents: options.documents === undefined ? undefined : await readDocumentMap(options.documents, io),
    offline: options.offline,
    acceptSelfAssertedKeys: options.acceptSelfAssertedKeys,
    trustedStatusIssuers: options.trustedStatusIssuer,
    schema: options.schema,
    engine: options.engine,
    now: options.at,
    fetch: io.fetch,
  })
  const reports = { ...results, items: results.items.map(({ report }) => report) }
  if (options.json) await writeJson(undefined, contentOf(reports), io)
  else await writeOutput(undefined, trees(file, results, io), io)
  return worst(reports.items)
}

async function verifyRecords(bytes: Uint8Array, options: VerifyOptions): Promise<Records<Verified>> {
  const parsed = parseRecords(bytes)
  if (parsed.ok && parsed.records.isList) {
    return eachRecord(parsed.records, async (document) => ({
      document,
      report: await verify(document as object, options),
    }))
  }
  // A single record is verified as its bytes: what cannot be read as JSON may be another form of credential.
  const document = parsed.ok ? parsed.records.items[0] : undefined
  return { items: [{ document, report: await verify(bytes, options) }], isList: false }
}

function trees(file: string, results: Records<Verified>, io: Io): string {
  const palette = paletteFor(io.stdout, io)
  return results.items
    .map(({ report, document }, index) => {
      const name = recordName(file, results, index)
      return `${treeLines(verificationTree(report, { document, name }, palette)).join('\n')}\n`
    })
    .join('\n')
}

/** One rejection outweighs any doubt, one doubt any number of verified records. */
function worst(reports: readonly VerificationReport[]): ExitCode {
  const outcomes = new Set(reports.map(({ outcome }) => outcome))
  if (outcomes.has('rejected')) return exitCodes.document
  return outcomes.has('undetermined') ? exitCodes.undetermined : exitCodes.fine
}
