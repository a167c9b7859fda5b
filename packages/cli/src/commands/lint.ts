import {
  type LintPractice,
  type LintProfile,
  type LintProfileName,
  lint,
  lintLinks,
  lintProfiles,
} from '@testamur/credentials/lint'
import { guardedFetch } from '@testamur/documents/fetch'
import { Option } from 'commander'
import { CliError, inFile } from '../errors.js'
import type { ExitCode } from '../exit-codes.js'
import { displayName, readJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { type Judgement, judgeRecords } from './judge-records.js'
import { exampleText, fileOption, jsonOption, parseFileName } from './options.js'

interface LintArguments extends CommonOptions {
  readonly profile: LintProfileName
  readonly practices?: string | undefined
  readonly online?: boolean | undefined
}

/** The rule that reads practices. */
const practiceRule = 'Q18'

/** Profiles that go by practices. */
const withPractices = Object.values(lintProfiles).filter(
  ({ rules, levels }) => rules.some(({ id }) => id === practiceRule) && levels[practiceRule] !== 'off',
)

/** `testamur lint`: says what would make a record better. Uses the network only when it is told to try addresses. */
export const lintCommand: DefineCommand = (parent, io, exit) => {
  parent
    .command('lint')
    .summary('advice: what makes a good record')
    .description(
      'Say what would make the record in FILE, or each of an array, better to read and to trust, and why. It is advice: whether a record is ' +
        'valid is for validate to say. With --json: { valid, findings }; valid means that nothing of level error was found.',
    )
    .argument('<FILE>', 'JSON: a credential, signed or not; - for standard input', parseFileName)
    .addOption(
      new Option('--profile <PROFILE>', 'the kind of record')
        .choices(Object.keys(lintProfiles))
        .default('general' satisfies LintProfileName),
    )
    .addOption(
      fileOption(
        '--practices <LIST>',
        `JSON array of the high-impact practices to go by, with --profile ${withPractices.map(({ name }) => name).join(' or ')}: ` +
          '[{ "name", "tags": ["…"], "levels": [{ "tag", "title", "hours": { "min", "max" } }], "achievementTypes": ["…"] }]; ' +
          'only name and tags are needed',
      ),
    )
    .option('--online', 'also try the web addresses that readers are sent to')
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur lint record.json --profile transcript'))
    .action(async (file: string, options: LintArguments) => exit(await lintFile(file, options, io)))
}

async function lintFile(file: string, options: LintArguments, io: Io): Promise<ExitCode> {
  const profile = await profileOf(options, io)
  const judge = async (record: unknown): Promise<Judgement> => {
    const { valid, findings } = lint(record, { profile })
    if (!options.online) return { valid, findings }
    const links = await lintLinks(record, { profile, isReachable: (url, { signal }) => opens(url, signal, io) })
    return { valid: valid && links.valid, findings: [...findings, ...links.findings] }
  }
  return judgeRecords(file, { judge, verdict: { good: 'no errors', bad: 'to be mended' } }, options, io)
}

/** Whether an address answers. A page that is larger than we care to read is there all the same. */
async function opens(url: string, signal: AbortSignal | undefined, { fetch }: Io): Promise<boolean> {
  const fetched = await guardedFetch(url, { accept: '*/*', signal, fetch })
  return fetched.ok || fetched.problem.code === 'fetch-too-large'
}

async function profileOf({ profile, practices }: LintArguments, io: Io): Promise<LintProfile> {
  const known = lintProfiles[profile]
  if (practices === undefined) return known
  if (!withPractices.includes(known)) {
    throw new CliError('ERR_USAGE', `the profile ${profile} does not go by practices, so --practices has no effect`, {
      advice: `Add ${withPractices.map(({ name }) => `--profile ${name}`).join(' or ')}, or leave --practices out`,
    })
  }
  const list = (await readJson(practices, io)) as unknown as readonly LintPractice[]
  const own = { ...known, settings: { ...known.settings, practices: list } }
  // The library looks at the settings before anything else: what is wrong with the list is said before a record is read.
  await inFile(displayName(practices), () => lint({}, { profile: own }))
  return own
}
