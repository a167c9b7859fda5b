import type { Located } from './interface.js'
import { objectsAt } from './located.js'

/** One achievement stands below another, as a child or as a part of it. */
export interface Step {
  readonly lower: string
  readonly upper: string
  readonly association: Located
}

/** Returns the steps of the hierarchy that the associations of a ClrSubject form. */
export function stepsOf(subject: Located): Step[] {
  return objectsAt(subject, 'association').flatMap((association) => {
    const { associationType, sourceId, targetId } = association.value
    if (typeof sourceId !== 'string' || typeof targetId !== 'string') return []
    if (associationType === 'isParentOf') return [{ lower: targetId, upper: sourceId, association }]
    const isBelow = associationType === 'isChildOf' || associationType === 'isPartOf'
    return isBelow ? [{ lower: sourceId, upper: targetId, association }] : []
  })
}

/** Returns the achievements below these, and themselves. */
export function idsBelow(steps: readonly Step[], tops: Iterable<string>): ReadonlySet<string> {
  const lowerOf = groupedBy(steps, ({ upper }) => upper)
  const found = new Set(tops)
  // A set hands out what is added while it is walked.
  for (const upper of found) for (const { lower } of lowerOf.get(upper) ?? []) found.add(lower)
  return found
}

/** Returns the steps that lead from an achievement to one that it came from: each closes a circle. */
export function stepsThatCloseACircle(steps: readonly Step[]): Step[] {
  const upwards = groupedBy(steps, ({ lower }) => lower)
  /** Whether the walk is still above an achievement; absent where it has not been. */
  const isOnPath = new Map<string, boolean>()
  const closing: Step[] = []
  for (const start of upwards.keys()) {
    const path = isOnPath.has(start) ? [] : [{ id: start, next: 0 }]
    // Without recursion: a chain may be as long as the record.
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      const step = upwards.get(place.id)?.[place.next++]
      isOnPath.set(place.id, step !== undefined)
      if (step === undefined) path.pop()
      else if (isOnPath.get(step.upper)) closing.push(step)
      else if (!isOnPath.has(step.upper)) path.push({ id: step.upper, next: 0 })
    }
  }
  return closing
}

function groupedBy(steps: readonly Step[], key: (step: Step) => string): ReadonlyMap<string, readonly Step[]> {
  const groups = new Map<string, Step[]>()
  for (const step of steps) {
    const group = groups.get(key(step))
    if (group === undefined) groups.set(key(step), [step])
    else group.push(step)
  }
  return groups
}
