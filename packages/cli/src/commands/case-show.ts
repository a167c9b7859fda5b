import { type CaseFramework, type CaseNode, caseCounts, caseFramework } from '@testamur/adapters/case'
import { InvalidArgumentError } from 'commander'
import { exitCodes } from '../exit-codes.js'
import { displayName, writeJson, writeLines } from '../files/index.js'
import type { Io } from '../io/index.js'
import {
  caseCountsLine,
  caseNodeLabel,
  caseTree,
  counted,
  paletteFor,
  printableName,
  problemLines,
  treeLines,
} from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, jsonOption, parseFileName } from './options.js'
import { readFramework } from './read-framework.js'

interface ShowOptions extends CommonOptions {
  readonly text?: string | undefined
  readonly code?: string | undefined
  readonly level?: string | undefined
  readonly type?: string | undefined
  readonly below?: string | undefined
  readonly depth?: number | undefined
}

function parseDepth(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a number of levels from 1 to 999.')
}

/** Most nodes of a way that are told, those next to the item: a stranger's framework can have thousands of levels. */
const maxWay = 20

/** `testamur case show`: prints the tree of a framework, or the items that one looks for. */
export const caseShow: DefineCommand = (parent, io, exit) => {
  parent
    .command('show')
    .summary('print a framework, or find items in it')
    .description(
      'Print the CASE framework in FILE as a tree, or the items that fit all that is given, each with the way to it (of a longer one, ' +
        `the last ${maxWay} nodes). With --json: ` +
        '{ document, counts, items, problems }.',
    )
    .argument('<FILE>', 'CASE package in JSON; - for standard input', parseFileName)
    .option('--text <WORDS>', 'items with these words, in any order')
    .option('--code <CODE>', 'items whose code begins so')
    .option('--level <LEVEL>', 'items of this grade or year')
    .option('--type <TYPE>', 'items of this type')
    .option('--below <CODE>', 'items below the one with this code, identifier or URI')
    .option('--depth <N>', 'print so many levels (default: 100)', parseDepth)
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur case show framework.json --text equation --level 10'))
    .action(async (file: string, options: ShowOptions) => {
      await show(file, options, io)
      exit(exitCodes.fine)
    })
}

async function show(file: string, options: ShowOptions, io: Io): Promise<void> {
  const read = await readFramework(file, io)
  const framework = caseFramework(read.package)
  const counts = caseCounts(read, framework)
  const problems = [...read.problems, ...framework.problems]
  const { text, code, level: educationLevel, type: itemType, below } = options
  const within = below === undefined ? undefined : (framework.withCode(below)[0] ?? framework.find(below))
  const isSearch = [text, code, educationLevel, itemType, below].some((each) => each !== undefined)
  const isMissing = below !== undefined && within === undefined
  const found = isMissing ? [] : framework.search({ text, code, educationLevel, itemType, within })
  if (options.json) {
    const describe = describer(framework)
    const items = found.map(describe)
    await writeJson(undefined, { document: read.package.CFDocument, counts, items, problems }, io)
    return
  }
  const palette = paletteFor(io.stdout, io)
  await writeLines(
    isSearch ? foundLines(framework, found, palette.faint) : treeLines(caseTree(framework, options.depth)),
    io,
  )
  const about = [
    `${printableName(displayName(file))}: ${caseCountsLine(counts)}`,
    ...problemLines(problems, paletteFor(io.stderr, io)),
  ]
  await io.stderr.write(`${about.join('\n')}\n`)
}

/** Returns the nodes above an item, and whether the way to it has more of them. */
function wayTo(framework: CaseFramework, node: CaseNode): { way: readonly CaseNode[]; isCut: boolean } {
  const way = framework.pathTo(node, maxWay + 1).slice(0, -1)
  return { way, isCut: way.length > 0 && way[0] !== framework.document }
}

/** Returns what makes of an item what programs get, with the way to it. */
function describer(framework: CaseFramework): (node: CaseNode) => object {
  const stepOf = once(({ identifier, title, item }: CaseNode) => ({ identifier, title, code: item?.humanCodingScheme }))
  return (node) => {
    const { way, isCut } = wayTo(framework, node)
    const path = (isCut ? way : way.slice(1)).map(stepOf)
    return { ...node.item, path, ...(isCut && { isPathCut: true }) }
  }
}

function* foundLines(
  framework: CaseFramework,
  found: readonly CaseNode[],
  faint: (text: string) => string,
): Generator<string, void, undefined> {
  const nameOf = once(({ title, item }: CaseNode) => printableName(item?.humanCodingScheme ?? title))
  yield counted(found.length, 'item')
  for (const node of found) {
    const { way, isCut } = wayTo(framework, node)
    const names = [...(isCut ? [nameOf(framework.document), '…'] : []), ...way.map(nameOf)]
    yield `  ${caseNodeLabel(node)}`
    yield faint(`    ${names.join(' › ') || 'not below the document'}`)
  }
}

/** Returns a function that is called once for each node: many items stand below the same ones. */
function once<Value>(make: (node: CaseNode) => Value): (node: CaseNode) => Value {
  const made = new Map<CaseNode, Value>()
  return (node) => {
    const known = made.get(node) ?? make(node)
    made.set(node, known)
    return known
  }
}
