import type { ElementCounts, Loss } from '@testamur/adapters/pesc'
import type { Palette } from './interface.js'
import { counted, thousands } from './printable.js'

/** Most paths that are named in a group of losses. */
const maxPaths = 6

const nouns: readonly (readonly [element: keyof ElementCounts, noun: string, plural?: string])[] = [
  ['AcademicRecord', 'academic record'],
  ['AcademicSession', 'term'],
  ['Course', 'course'],
  ['GPA', 'GPA'],
  ['AcademicProgram', 'programme'],
  ['AcademicAward', 'award'],
  ['NoteMessage', 'note'],
]

/** Returns what was read in one line: `8 terms, 40 courses, 2 GPAs, 1 award`. */
export function countsLine(counts: ElementCounts): string {
  return nouns
    .flatMap(([element, noun, plural]) => {
      const count = counts[element] ?? 0
      return count === 0 ? [] : [counted(count, noun, plural)]
    })
    .join(', ')
}

/**
 * Returns the lines that tell a person what of a document is not in the record: grouped by reason, with the paths of
 * the source, those that differ only in positions as one. Never values: that is what a loss is about.
 */
export function lossLines(losses: readonly Loss[], palette: Palette): string[] {
  if (losses.length === 0) return ['everything of the source is in the record']
  const groups = grouped(losses, ({ code, reason }) => `${reason} [${code}]`)
  return [
    `not carried, or only in part: ${counted(losses.length, 'element')} of the source`,
    ...groups.flatMap(([reason, same]) => [
      `  ${thousands(same.length).padStart(5)} × ${reason}`,
      ...pathLines(same).map((line) => palette.faint(`          ${line}`)),
    ]),
  ]
}

function pathLines(losses: readonly Loss[]): string[] {
  const groups = grouped(losses, ({ path }) => path.replaceAll(/\[\d+\]/g, ''))
  const lines = groups.map(([path, same]) => {
    const [first] = same
    if (same.length > 1) return `${path} (${same.length} times)`
    return first?.line === undefined ? (first?.path ?? path) : `${first.path} (line ${first.line})`
  })
  const more = lines.length - maxPaths
  return more > 1 ? [...lines.slice(0, maxPaths), `… and ${more} more paths; --json names them all`] : lines
}

/** Groups in the order of their first member. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups]
}
