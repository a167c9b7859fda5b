import { childPointer } from '@testamur/documents/json'
import { type Achievement, structure } from '../model/index.js'
import type { Step } from '../validate/hierarchy.js'
import type { Finding } from '../validate/interface.js'
import { isObject } from '../validate/located.js'
import { attempt } from './build.js'
import type { BuildOptions } from './interface.js'
import { achievementRules } from './object-rules.js'

/** An achievement of a hierarchy, and the first place where it stands. */
interface Placed {
  readonly achievement: Achievement
  readonly pointer: string
}

/** A step down, from an achievement to a part of it, and where that stands. */
interface Part extends Step {
  readonly pointer: string
}

/** What {@link readHierarchy} returns: complete if there are no errors. */
export interface HierarchyReading {
  /** By their ids, each above its parts. */
  readonly achievements: ReadonlyMap<string, Placed>
  readonly parts: readonly Part[]
  readonly errors: readonly Finding[]
}

/** Builds the achievements of a hierarchy, without recursion: it may be of any depth, and hold itself. */
export function readHierarchy(hierarchy: unknown, options: BuildOptions): HierarchyReading {
  const achievements = new Map<string, Placed>()
  const parts = new Map<string, Part>()
  const errors: Finding[] = []
  const idsByInput = new Map<unknown, string>()
  const read = new Set<unknown>()

  /** The same object is the same achievement; others with its id must say the same. */
  const idOf = (node: unknown, pointer: string): string | undefined => {
    const [input, place] = isObject(node)
      ? [node['achievement'], childPointer(pointer, 'achievement')]
      : [node, pointer]
    const known = idsByInput.get(input)
    if (known !== undefined) return known
    const attempted = attempt('Achievement', input, options, achievementRules, place)
    errors.push(...attempted.errors)
    if (attempted.errors.length > 0) return undefined
    const achievement = attempted.value as Achievement
    const first = achievements.get(achievement.id) ?? { achievement, pointer }
    if (sortedJson(first.achievement) !== sortedJson(achievement)) errors.push(repeatedId(place))
    achievements.set(achievement.id, first)
    idsByInput.set(input, achievement.id)
    return achievement.id
  }

  const open = nodesIn(hierarchy, '')
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, pointer, whole } = next
    const id = idOf(node, pointer)
    const key = `${whole} ${id}`
    if (id !== undefined && whole !== undefined && !parts.has(key)) parts.set(key, { from: whole, to: id, pointer })
    if (isObject(node) && !read.has(node))
      open.push(...nodesIn(node['parts'] ?? [], childPointer(pointer, 'parts'), id))
    read.add(node)
  }
  return { achievements, parts: [...parts.values()], errors }
}

/** A node to be read, where it stands, and the id of the achievement above it. */
interface OpenNode {
  readonly node: unknown
  readonly pointer: string
  readonly whole: string | undefined
}

/** The nodes of a list, or the only one; the last first, since they are read from the end. */
function nodesIn(held: unknown, pointer: string, whole?: string): OpenNode[] {
  if (!Array.isArray(held)) return [{ node: held, pointer, whole }]
  return held.map((node, index): OpenNode => ({ node, pointer: childPointer(pointer, index), whole })).reverse()
}

/** The JSON text of a value with all members in order: the same for all that say the same. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  )

const repeatedId = (pointer: string): Finding => ({
  rule: 'repeated-ids',
  level: 'error',
  code: 'identifier-repeated',
  pointer,
  message: 'Another achievement of the hierarchy has the same `id` and says something else.',
  source: structure.Achievement.source,
})
