import type { ClrCredential } from '@testamur/credentials'
import { TestamurError } from '@testamur/documents'
import type { CaseFramework } from '../case/index.js'
import type { AdaptersErrorCode } from '../errors.js'
import type {
  AlignedAchievement,
  AlignedAchievements,
  AlignedAchievementsOptions,
  AwardedAchievement,
  MobilityTarget,
} from './interface.js'
import { MobilityGraph, type Vertex } from './mobility-graph.js'
import type { PlacedAchievement } from './record-contents.js'
import { compareStrength } from './relations.js'
import { search } from './search.js'

/**
 * Lists the achievements that a record awards and that align with a target: the achievements of another record (a programme
 * of the receiving institution, say), or the items of a framework. Each comes with the chain of links that leads there, and
 * who asserts each of them.
 *
 * Links are associations of records and frameworks, alignments and `related` of achievements, and equal ids. Directions are
 * kept: the child of a target is not its parent, siblings do not align, `precedes` says nothing. Relatedness is not passed on
 * from link to link, and what some third achievement also aligns with is no link. The same input has the same answer, in the
 * same order.
 *
 * What this does **not** show: that anything is true. It verifies nothing: hand over records that `verify` of `testamur`
 * found good, and judge by `assertedBy` whether you trust each link, since anyone can write any id, alignment or association
 * into a record of their own. It does not look at grades, credits or dates: `awards` tells credits and states, among them
 * `Failed`. That an achievement aligns does not mean that anybody must accept it.
 *
 * @throws `ERR_INVALID_OPTION` for bounds that are no whole numbers above 0
 * @see [CLR 2.0, AssociationType](https://www.imsglobal.org/spec/clr/v2p0/#associationtype)
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { caseFramework, parseCasePackage } from '@testamur/adapters/case'
 * import { alignedAchievements } from '@testamur/adapters/credit-mobility'
 * import { isClrCredential } from '@testamur/credentials'
 * import { verify } from 'testamur'
 *
 * const { verified, credential } = await verify(readFileSync('record.json'))
 * const framework = caseFramework(parseCasePackage(readFileSync('framework.json')).package)
 * if (verified && isClrCredential(credential)) {
 *   for (const { achievement, relation, target, chain } of alignedAchievements(credential, framework).aligned) {
 *     console.log(achievement.name, relation, target.code, chain.map(({ assertedBy }) => assertedBy.name))
 *   }
 * }
 * ```
 */
export function alignedAchievements(
  record: ClrCredential,
  target: MobilityTarget,
  options: AlignedAchievementsOptions = {},
): AlignedAchievements {
  const { frameworks = [], relations, maxLinks = 6, maxSteps = 1_000_000, maxAligned = 100_000 } = options
  requireCount('maxLinks', maxLinks)
  requireCount('maxSteps', maxSteps)
  requireCount('maxAligned', maxAligned)
  const graph = new MobilityGraph([
    ...(isFramework(target) ? [{ framework: target, document: 'target' as const }] : []),
    ...frameworks.map((framework, index) => ({ framework, document: 'framework' as const, index })),
  ])
  const awarded = awardedIn(graph.add(record, 'record'))
  if (!isFramework(target)) graph.add(target, 'target')
  const isTarget = isFramework(target) ? isItemOf(target) : (vertex: Vertex) => vertex.document === 'target'

  const aligned: AlignedAchievement[] = []
  const unaligned: AwardedAchievement[] = []
  let isComplete = true
  let steps = 0
  for (const [index, achievement] of awarded.entries()) {
    const start = graph.achievement(achievement.id, 'record') as Vertex
    // An equal share of what is left, so that one achievement that leads everywhere leaves something to the others.
    const share = (left: number): number => Math.ceil(left / (awarded.length - index))
    const result = search(graph, start, isTarget, { maxLinks, maxSteps: share(maxSteps - steps) })
    steps += result.steps
    const found = result.found
      .filter(({ relation }) => relations === undefined || relations.includes(relation))
      .toSorted((one, other) => compareStrength(one.relation, other.relation) || one.links - other.links)
    const listed = found.slice(0, share(maxAligned - aligned.length))
    isComplete &&= result.isComplete && listed.length === found.length
    if (found.length === 0) unaligned.push(achievement)
    for (const { target: vertex, relation, chain } of listed) {
      aligned.push({ achievement, target: vertex.node, relation, chain: chain() })
    }
  }
  return { aligned, unaligned, isComplete }
}

function isFramework(target: MobilityTarget): target is CaseFramework {
  return 'package' in target
}

function isItemOf(framework: CaseFramework): (vertex: Vertex) => boolean {
  return ({ items = [] }) => items.some((each) => each.framework.framework === framework && each.node.kind === 'item')
}

/** The achievements that a record awards, each once, with all its awards. */
function awardedIn(achievements: readonly PlacedAchievement[]): readonly AwardedAchievement[] {
  const awarded = new Map<string, AwardedAchievement & { awards: AwardedAchievement['awards'][number][] }>()
  for (const { achievement, award } of achievements) {
    if (award === undefined) continue
    const { id, name, humanCode, creditsAvailable } = achievement
    const known = awarded.get(id) ?? { kind: 'achievement', id, name, code: humanCode, creditsAvailable, awards: [] }
    known.awards.push(award)
    awarded.set(id, known)
  }
  return [...awarded.values()]
}

function requireCount(option: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return
  throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', `the option ${option} is no whole number above 0`)
}
