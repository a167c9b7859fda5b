import type { CaseCounts, CaseFramework, CaseNode } from '@testamur/adapters/case'
import type { AlignedAchievement, MobilityLink, MobilityNode } from '@testamur/adapters/credit-mobility'
import type { Problem } from '@testamur/documents'
import type { Branch, Palette } from './interface.js'
import { counted, printableName, thousands } from './printable.js'

/** Deepest level that is printed unless one asks for more: no framework for people is deeper. */
const maxLevels = 100

/** Most places that are named of a kind of problem. */
const maxPlaces = 3

/** Returns what a framework holds in one line: `36 items, 36 associations, 3 levels, 2 rubrics`. */
export function caseCountsLine(counts: CaseCounts): string {
  const nouns: readonly (readonly [count: number, noun: string, plural?: string])[] = [
    [counts.treeDepth, 'level'],
    [counts.rubrics, 'rubric'],
    [counts.associationsToOutsideNodes, 'association to the outside', 'associations to the outside'],
    [counts.multiParentItems, 'item with several parents', 'items with several parents'],
  ]
  const further = nouns.flatMap(([count, noun, plural]) => (count === 0 ? [] : [counted(count, noun, plural)]))
  return [counted(counts.items, 'item'), counted(counts.associations, 'association'), ...further].join(', ')
}

/** Returns the lines that tell a person what is odd about a document, by kind. */
export function problemLines(problems: readonly Problem[], palette: Palette): string[] {
  const groups = new Map<string, Problem[]>()
  for (const each of problems) {
    const group = groups.get(each.code)
    if (group === undefined) groups.set(each.code, [each])
    else group.push(each)
  }
  return [...groups].flatMap(([code, same]) => [
    palette.doubt(`${thousands(same.length)} × ${same[0]?.title ?? ''} [${code}]`),
    ...same
      .slice(0, maxPlaces)
      .map(({ pointer, detail }) => palette.faint(`    ${printableName(pointer) || '(whole document)'}: ${detail}`)),
  ])
}

/** Returns a node of a framework in one line: its code, what it says, its type. */
export function caseNodeLabel({ kind, title, item }: CaseNode): string {
  const code = item?.humanCodingScheme
  const type = item?.CFItemType
  const words = [code, title || '(without a name)', kind === 'outside' ? '(outside)' : type && `(${type})`]
  return printableName(
    words
      .filter((word) => word !== undefined)
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  )
}

/** Returns the tree of a framework, to a depth, by default 100. What is below a node that stands at several places is told once. */
export function caseTree(framework: CaseFramework, maxDepth: number = maxLevels): Branch {
  const root = { text: caseNodeLabel(framework.document), children: [] as Branch[] }
  const way = [root]
  for (const { node, depth, isRepeated } of framework.walk()) {
    if (depth === 0 || depth > maxDepth) continue
    const branch = { text: `${caseNodeLabel(node)}${isRepeated ? ' (see above)' : ''}`, children: [] }
    way[depth - 1]?.children.push(branch)
    way[depth] = branch
  }
  return root
}

/** Returns what aligns, a tree for each achievement: its targets, and below each the links that lead there. */
export function mobilityTrees(aligned: readonly AlignedAchievement[], palette: Palette): Branch[] {
  const trees = new Map<string, { text: string; children: Branch[] }>()
  for (const { achievement, relation, target, chain } of aligned) {
    const statuses = [...new Set(achievement.awards.flatMap((award) => award.statuses))]
    const label = `${nodeLabel(achievement)}${statuses.length === 0 ? '' : ` [${printableName(statuses.join(', '))}]`}`
    const tree = trees.get(achievement.id) ?? { text: palette.strong(label), children: [] }
    trees.set(achievement.id, tree)
    const children = chain.map((link) => ({ text: palette.faint(linkLabel(link)) }))
    tree.children.push({ text: `${relation} ${nodeLabel(target)}`, children })
  }
  return [...trees.values()]
}

function linkLabel({ by, associationType, from, to, direction, assertedBy }: MobilityLink): string {
  const [source, goal] = direction === 'forward' ? [from, to] : [to, from]
  const word = {
    association: associationType ?? '',
    alignment: 'aligned with',
    related: 'related to',
    sameId: 'has the id of',
  }[by]
  const who = printableName(assertedBy.name ?? assertedBy.id ?? 'somebody unnamed')
  return `${who}: ${nodeLabel(source)} ${printableName(word)} ${nodeLabel(goal)}`
}

function nodeLabel({ code, name }: MobilityNode): string {
  return printableName(code === undefined ? `“${name}”` : `${code} “${name}”`)
}
