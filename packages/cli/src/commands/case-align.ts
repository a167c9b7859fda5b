import { caseFramework } from '@testamur/adapters/case'
import {
  type AlignedAchievements,
  alignedAchievements,
  type MobilityRelation,
} from '@testamur/adapters/credit-mobility'
import { InvalidArgumentError } from 'commander'
import { exitCodes } from '../exit-codes.js'
import { displayName, writeJson, writeLines } from '../files/index.js'
import type { Io } from '../io/index.js'
import { counted, mobilityTrees, paletteFor, printableName, treeLines } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, jsonOption, parseFileName, parseOptionFile } from './options.js'
import { readFramework, readRecord, readRecordOrFramework } from './read-framework.js'

interface AlignOptions extends CommonOptions {
  readonly framework?: readonly string[] | undefined
  readonly relation?: readonly MobilityRelation[] | undefined
}

const relations: readonly MobilityRelation[] = [
  'exactMatchOf',
  'isAlignedWith',
  'isParentOf',
  'isChildOf',
  'isRelatedTo',
]

function parseRelations(text: string): MobilityRelation[] {
  return text.split(',').map((name) => {
    const relation = relations.find((each) => each === name.trim())
    if (relation !== undefined) return relation
    throw new InvalidArgumentError(`Give some of ${relations.join(', ')}, with commas between them.`)
  })
}

/** `testamur case align`: says what of a record aligns with another record or a framework, and by which links. */
export const caseAlign: DefineCommand = (parent, io, exit) => {
  parent
    .command('align')
    .summary('list what of a record aligns with another record or a framework')
    .description(
      'List the achievements that RECORD awards and that align with TARGET, another learner record or a CASE framework, each with the links ' +
        'that lead there and who asserts them. Nothing is verified here: "testamur verify" does that. With --json: { aligned, unaligned, isComplete }.',
    )
    .argument('<RECORD>', 'learner record; - for standard input', parseFileName)
    .argument('<TARGET>', 'learner record, or CASE package in JSON', parseFileName)
    .option(
      '--framework <FILE...>',
      'CASE packages whose associations may be used besides',
      (file: string, before: string[] = []) => [...before, parseOptionFile(file)],
    )
    .option('--relation <LIST>', `list only these, separated by commas: ${relations.join(', ')}`, parseRelations)
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur case align record.json framework.json'))
    .action(async (record: string, target: string, options: AlignOptions) => {
      await align(record, target, options, io)
      exit(exitCodes.fine)
    })
}

async function align(recordFile: string, targetFile: string, options: AlignOptions, io: Io): Promise<void> {
  const record = await readRecord(recordFile, io)
  const target = await readRecordOrFramework(targetFile, io)
  const frameworks = []
  for (const file of options.framework ?? []) frameworks.push(caseFramework((await readFramework(file, io)).package))
  const result = alignedAchievements(
    record,
    'record' in target ? target.record : caseFramework(target.framework.package),
    { frameworks, relations: options.relation },
  )
  if (options.json) {
    await writeJson(undefined, result, io)
    return
  }
  const trees = mobilityTrees(result.aligned, paletteFor(io.stdout, io))
  await writeLines(
    trees.flatMap((tree) => treeLines(tree)),
    io,
  )
  await io.stderr.write(`${printableName(displayName(recordFile))}: ${summary(result)}\n`)
}

function summary({ aligned, unaligned, isComplete }: AlignedAchievements): string {
  const achievements = new Set(aligned.map(({ achievement }) => achievement.id)).size
  return [
    `${counted(achievements, 'achievement')} ${achievements === 1 ? 'aligns' : 'align'}, ${unaligned.length} not`,
    ...(isComplete ? [] : ['the search was cut short: there may be more']),
    'nothing of this was verified',
  ].join('; ')
}
