import type { Located } from './interface.js'
import { objectsAt } from './located.js'

/** A step of a walk over achievements. */
export interface Step {
  readonly from: string
  readonly to: string
}

/** A step up, from a child or a part, and the association that says so. */
interface StepUp extends Step {
  readonly association: Located
}

/** Returns the steps up the hierarchy that the associations of a ClrSubject form. */
export function stepsUp(subject: Located): StepUp[] {
  return objectsAt(subject, 'association').flatMap((association) => {
    const { associationType, sourceId, targetId } = association.value
    if (typeof sourceId !== 'string' || typeof targetId !== 'string') return []
    if (associationType === 'isParentOf') return [{ from: targetId, to: sourceId, association }]
    const isBelow = associationType === 'isChildOf' || associationType === 'isPartOf'
    return isBelow ? [{ from: sourceId, to: targetId, association }] : []
  })
}

/** Returns the achievements below these, and themselves. */
export function idsBelow(steps: readonly Step[], tops: Iterable<string>): ReadonlySet<string> {
  const stepsTo = groupedBy('to', steps)
  const found = new Set(tops)
  // A set hands out what is added while it is walked.
  for (const upper of found) for (const { from } of stepsTo.get(upper) ?? []) found.add(from)
  return found
}

/**
 * Yields each step that closes a circle: it leads back to an achievement that the walk came from. `path` is that walk
 * until the next is asked for: the achievements, each with the step that led there. Depth first, each step once; without
 * recursion, since a chain may be as long as the record.
 */
export function* circles<S extends Step>(
  steps: readonly S[],
): Generator<{ readonly step: S; readonly path: ReadonlyMap<string, S | undefined> }> {
  const stepsFrom = groupedBy('from', steps)
  const path = new Map<string, S | undefined>()
  const left = new Set<string>()
  for (const start of stepsFrom.keys()) {
    const open: (S | undefined)[] = [undefined]
    while (open.length > 0) {
      const by = open.at(-1)
      const place = by?.to ?? start
      if (path.has(place) || left.has(place)) {
        open.pop()
        path.delete(place)
        left.add(place)
        continue
      }
      path.set(place, by)
      for (const step of stepsFrom.get(place)?.toReversed() ?? []) {
        if (path.has(step.to)) yield { step, path }
        else open.push(step)
      }
    }
  }
}

function groupedBy<S extends Step>(end: keyof Step, steps: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const groups = new Map<string, S[]>()
  for (const step of steps) {
    const group = groups.get(step[end]) ?? []
    group.push(step)
    groups.set(step[end], group)
  }
  return groups
}
