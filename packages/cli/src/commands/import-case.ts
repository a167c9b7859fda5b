import {
  type CaseCounts,
  type CompetenciesFromFramework,
  caseCounts,
  caseFramework,
  competenciesFromFramework,
} from '@testamur/adapters/case'
import type { Problem } from '@testamur/documents'
import { inFile } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { displayName, isFile, writeJson } from '../files/index.js'
import type { Io } from '../io/index.js'
import { caseCountsLine, counted, lossLines, paletteFor, printableName, problemLines } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, jsonOption, outputOption, parseFileName } from './options.js'
import { readFramework } from './read-framework.js'

interface ImportOptions extends CommonOptions {
  readonly criteria?: string | undefined
  readonly includeDocument?: boolean | undefined
  readonly output?: string | undefined
}

/** `testamur import case`: makes achievements and associations from a framework. */
export const importCase: DefineCommand = (parent, io, exit) => {
  parent
    .command('case')
    .summary('make achievements from a competency framework in CASE')
    .description(
      'Make an achievement from each item of the CASE framework in FILE, 1.0 or 1.1, and an association from each of its associations: ' +
        '{ achievement, association }, members of the subject of a learner record. What is not in them is named on standard error; with ' +
        '--json all is printed: { counts, achievement, association, problems, losses }.',
    )
    .argument('<FILE>', 'CASE package in JSON; - for standard input', parseFileName)
    .option(
      '--criteria <TEXT>',
      'what one must do to achieve an item (default: a sentence that leaves it to who awards it)',
      parseText,
    )
    .option('--include-document', 'make the framework itself an achievement too, above the others')
    .addOption(outputOption())
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur import case framework.json -o competencies.json'))
    .action(async (file: string, options: ImportOptions) => {
      await convert(file, options, io)
      exit(exitCodes.fine)
    })
}

function parseText(text: string): string {
  return parseFileName(text.trim())
}

async function convert(file: string, options: ImportOptions, io: Io): Promise<void> {
  const { criteria, includeDocument, json, output } = options
  const read = await readFramework(file, io)
  const framework = caseFramework(read.package)
  const counts = caseCounts(read, framework)
  const made = await inFile(displayName(file), () =>
    competenciesFromFramework(framework, {
      includeDocument,
      ...(criteria !== undefined && { criteria: () => ({ narrative: criteria }) }),
    }),
  )
  const { achievement, association } = made
  const problems = [...read.problems, ...framework.problems]
  const losses = [...read.losses, ...made.losses]
  if (isFile(output) || !json) await writeJson(output, { achievement, association }, io)
  if (json) await writeJson(undefined, { counts, achievement, association, problems, losses }, io)
  else await io.stderr.write(summary(file, counts, { ...made, losses }, problems, io))
}

function summary(
  file: string,
  counts: CaseCounts,
  { achievement, association, losses }: CompetenciesFromFramework,
  problems: readonly Problem[],
  io: Io,
): string {
  const palette = paletteFor(io.stderr, io)
  const lines = [
    `${printableName(displayName(file))}: ${caseCountsLine(counts)}`,
    `  ${counted(achievement.length, 'achievement')}, ${counted(association.length, 'association')}`,
    ...problemLines(problems, palette).map((line) => `  ${line}`),
    ...lossLines(losses, palette).map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}
