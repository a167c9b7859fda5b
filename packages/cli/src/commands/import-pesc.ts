import { type ClrFromPesc, clrsFromPesc } from '@testamur/adapters/pesc'
import type { LearnerOptions, OptionalContent } from '@testamur/adapters/transcript'
import type { AchievementCredential, ClrCredential } from '@testamur/credentials'
import { InvalidArgumentError, Option } from 'commander'
import { CliError, inFile } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { contentOf, displayName, isFile, readBytes, writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { counted, countsLine, lossLines, paletteFor, printableName } from '../output/index.js'
import { type AlignmentOfCourse, readAlignments } from './course-alignments.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { readIssuer } from './issuer-profile.js'
import { exampleText, fileOption, jsonOption, outputOption, parseFileName, parseInstant, parseUri } from './options.js'

interface ImportOptions extends CommonOptions {
  readonly issuer: string
  readonly learner?: string | undefined
  readonly identity?: LearnerOptions['identity']
  readonly include?: readonly OptionalContent[] | undefined
  readonly alignments?: string | undefined
  readonly framework?: string | undefined
  readonly validFrom?: Date | undefined
  readonly output?: string | undefined
}

/** What a record carries only when asked. */
const optionalContent: readonly OptionalContent[] = ['class-rank', 'standing']

function parseInclude(list: string): OptionalContent[] {
  return list.split(',').map((name) => {
    const content = optionalContent.find((each) => each === name.trim())
    if (content !== undefined) return content
    throw new InvalidArgumentError(`Give ${optionalContent.join(' or ')}, or both with a comma between them.`)
  })
}

/** `testamur import pesc`: makes unsigned learner records from PESC messages. */
export const importPesc: DefineCommand = (parent, io, exit) => {
  parent
    .command('pesc')
    .summary('make learner records from PESC transcripts, in XML or JSON')
    .description(
      'Make a CLR 2.0 learner record from each transcript in FILE, not signed yet: from PESC College Transcripts, High School ' +
        'Transcripts, Learning Records and reports of test scores. What of the source is not in the record is named on standard error; with --json it stands beside the record: { records: [{ credential, losses, counts }] }.',
    )
    .argument('<FILE>', 'a PESC message or batch, XML or JSON; - for standard input', parseFileName)
    .addOption(
      fileOption(
        '--issuer <PROFILE>',
        'JSON file with the profile of the issuer; only its id is needed',
      ).makeOptionMandatory(),
    )
    .option('--learner <ID>', 'DID or URL of the learner (default: a random urn:uuid)', parseUri)
    .addOption(
      new Option(
        '--identity <FORM>',
        'how name and numbers of the learner are carried: as salted hashes, as they are, or not',
      )
        .choices(['hashed', 'plain', 'none'])
        .default('hashed'),
    )
    .option('--include <LIST>', `also carry, separated by commas: ${optionalContent.join(', ')}`, parseInclude)
    .addOption(
      fileOption('--alignments <MAP>', 'JSON object from course, such as "MATH 151", to what it is aligned with'),
    )
    .addOption(fileOption('--framework <FILE>', 'CASE package with the items that MAP names'))
    .option('--valid-from <INSTANT>', 'when the record becomes valid (default: now)', parseInstant)
    .addOption(outputOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur import pesc transcript.xml --issuer issuer.json -o record.json'))
    .action(async (file: string, options: ImportOptions) => {
      await convert(file, options, io)
      exit(exitCodes.fine)
    })
}

async function convert(file: string, options: ImportOptions, io: Io): Promise<void> {
  const issuer = await readIssuer(options.issuer, io)
  const alignment = await alignmentOf(options, io)
  const bytes = await readBytes(file, io)
  const records = await inFile(displayName(file), () =>
    clrsFromPesc(bytes, {
      issuer,
      learner: { id: options.learner, identity: options.identity },
      include: options.include,
      alignment,
      validFrom: options.validFrom ?? new Date(),
    }),
  )
  if (options.learner !== undefined && records.length > 1) throw severalLearners(file, records.length)
  const credentials = records.map(({ credential }) => credential)
  const content = contentOf({ items: credentials, isList: records.length > 1 })
  if (isFile(options.output) || !options.json) await writeJson(options.output, content, io)
  if (options.json) await writeJson(undefined, { records }, io)
  else await io.stderr.write(summary(file, records, alignment !== undefined, io))
}

async function alignmentOf({ alignments, framework }: ImportOptions, io: Io): Promise<AlignmentOfCourse | undefined> {
  if (alignments !== undefined) return readAlignments({ map: alignments, framework }, io)
  if (framework === undefined) return undefined
  throw new CliError(
    'ERR_USAGE',
    '--framework needs --alignments: nothing else says which items belong to which courses',
  )
}

/** Records of several students under one id would be taken for one student's. */
function severalLearners(file: string, count: number): CliError {
  return new CliError('ERR_USAGE', `the file holds ${count} transcripts, and --learner names one learner`, {
    file: displayName(file),
    advice: 'Leave --learner out, or split the file',
  })
}

function summary(file: string, records: readonly ClrFromPesc[], isAligning: boolean, io: Io): string {
  const palette = paletteFor(io.stderr, io)
  const lines = records.flatMap(({ counts, losses, credential }, index) => [
    `${printableName(displayName(file))}${records.length > 1 ? `, transcript ${index + 1}` : ''}: ${countsLine(counts)}`,
    `  ${counted([credential.credentialSubject.verifiableCredential].flat().length, 'credential')} in the record`,
    ...(isAligning ? [`  ${aligned(credential)}`] : []),
    ...lossLines(losses, palette).map((line) => `  ${line}`),
  ])
  return `${lines.join('\n')}\n`
}

/** How many courses the map knew: the others may be misspelt in it. */
function aligned({ credentialSubject }: ClrCredential): string {
  const courses = [credentialSubject.verifiableCredential]
    .flat()
    .map((each) => (each as AchievementCredential).credentialSubject.achievement)
    .filter(({ achievementType }) => achievementType === 'Course')
  const count = courses.filter(({ alignment = [] }) => alignment.length > 0).length
  return `${count} of ${counted(courses.length, 'course')} with an alignment`
}
