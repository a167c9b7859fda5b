import {
  type PescBatchItem,
  type PescPerson,
  type PescVersion,
  type PescWriteOptions,
  type PescWritten,
  pescBatchFromTranscripts,
  pescFromTranscript,
} from '@testamur/adapters/pesc'
import { type Loss, type TranscriptFromClr, transcriptFromClr } from '@testamur/adapters/transcript'
import type { JsonValue } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { Option } from 'commander'
import { CliError, inFile } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import {
  displayName,
  isFile,
  notJson,
  parseRecords,
  type Records,
  readBytes,
  recordName,
  writeJson,
  writeOutput,
} from '../files/index.js'
import type { Io } from '../io/index.js'
import { lossLines, paletteFor, printableName } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, fileOption, jsonOption, parseFileName } from './options.js'
import { readPersons } from './pesc-person.js'

interface ExportOptions extends CommonOptions {
  readonly version: PescVersion
  readonly person?: string | undefined
  readonly destination?: string | undefined
  readonly output?: string | undefined
}

/** What is told of each record: what it does not carry, and what PESC demanded. */
type Told = Omit<PescWritten, 'xml'>

/** `testamur export pesc`: makes PESC College Transcript XML from learner records. */
export const exportPesc: DefineCommand = (parent, io, exit) => {
  parent
    .command('pesc')
    .summary('make PESC College Transcript XML from learner records')
    .description(
      'Make a PESC College Transcript from the CLR 2.0 learner record in FILE, or an AcademicRecordBatch from an array of ' +
        'records. The record is not verified. What of it is not in the transcript is named on standard error; with --json ' +
        'the result is { xml, documents: [{ losses, defaults }] }, without xml where -o names a file.',
    )
    .argument('<FILE>', 'CLR in JSON, or an array of them; - for standard input', parseFileName)
    .addOption(
      new Option('--version <VERSION>', 'version of College Transcript').choices(['1.8', '1.6']).default('1.8'),
    )
    .addOption(
      fileOption(
        '--person <PERSON>',
        'JSON file with the person, which a CLR does not carry: name, identity numbers, birth; an array for an array of records',
      ),
    )
    .option('--destination <NAME>', 'name of the organization that receives it')
    .option('-o, --output <OUT>', 'file to write the XML to (default: standard output)', parseFileName)
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur export pesc clr.json --person person.json -o transcript.xml'))
    .action(async (file: string, options: ExportOptions) => {
      await convert(file, options, io)
      exit(exitCodes.fine)
    })
}

async function convert(file: string, options: ExportOptions, io: Io): Promise<void> {
  const persons = options.person === undefined ? undefined : await readPersons(options.person, io)
  const parsed = parseRecords(await readBytes(file, io))
  if (!parsed.ok) throw notJson(file, parsed.problem, exitCodes.document)
  const { records } = parsed
  requireAsMany(records, persons, options.person)
  const read = await Promise.all(
    records.items.map((record, index) => {
      const name = recordName(file, records, index)
      return inFile(name, () => transcriptOf(record, name))
    }),
  )
  const { xml, documents } = await inFile(displayName(file), () => write(read, records.isList, persons, options))
  if (isFile(options.output) || !options.json) await writeOutput(options.output, xml, io)
  if (options.json) await writeJson(undefined, { ...(!isFile(options.output) && { xml }), documents }, io)
  else await io.stderr.write(summary(file, records, documents, io))
}

function transcriptOf(record: JsonValue, name: string): TranscriptFromClr {
  if (isObject(record) && [record['type']].flat().includes('ClrCredential')) return transcriptFromClr(record)
  throw new CliError('ERR_FILE_CONTENT', 'a CLR 2.0 learner record (ClrCredential) was expected', {
    exitCode: exitCodes.document,
    file: name,
  })
}

/** A person for each record: otherwise one learner's numbers would come into another's transcript. */
function requireAsMany(
  { items }: Records<JsonValue>,
  persons: readonly PescPerson[] | undefined,
  file: string | undefined,
): void {
  if (persons === undefined || persons.length === items.length) return
  const message = `there are ${persons.length} persons for ${items.length} records`
  throw new CliError('ERR_USAGE', message, { file, advice: 'Give one for each record, in the same order' })
}

function write(
  read: readonly TranscriptFromClr[],
  isList: boolean,
  persons: readonly PescPerson[] | undefined,
  { version, destination }: ExportOptions,
): { readonly xml: string; readonly documents: readonly Told[] } {
  const options: PescWriteOptions = {
    version,
    ...(destination !== undefined && { destination: { names: [destination] } }),
  }
  const withRead = (losses: readonly Loss[], index: number): Loss[] => [...(read[index]?.losses ?? []), ...losses]
  const [first] = read
  if (!isList && first !== undefined) {
    const { xml, losses, defaults } = pescFromTranscript(first.transcript, { ...options, person: persons?.[0] })
    return { xml, documents: [{ losses: withRead(losses, 0), defaults }] }
  }
  const documents: Told[] = []
  const items = read.map(({ transcript }, index): PescBatchItem => ({ transcript, person: persons?.[index] }))
  const onWritten = (index: number, { losses, defaults }: Told): void => {
    documents.push({ losses: withRead(losses, index), defaults })
  }
  return { xml: [...pescBatchFromTranscripts(items, { ...options, onWritten })].join(''), documents }
}

function summary(file: string, records: Records<unknown>, documents: readonly Told[], io: Io): string {
  const palette = paletteFor(io.stderr, io)
  const lines = documents.flatMap(({ losses, defaults }, index) => [
    `${printableName(recordName(file, records, index))}:`,
    ...lossLines(losses, palette).map((line) => `  ${line}`),
    ...defaultLines(defaults).map((line) => `  ${line}`),
  ])
  return `${lines.join('\n')}\n`
}

/** What PESC demanded and the record did not have, each value once. */
function defaultLines(defaults: Told['defaults']): string[] {
  const counts = new Map<string, number>()
  for (const { element, value } of defaults) {
    const line = `${element} ${printableName(value)}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  return [
    'added, because PESC demands it:',
    ...[...counts].map(([line, count]) => `  ${String(count).padStart(5)} × ${line}`),
  ]
}
