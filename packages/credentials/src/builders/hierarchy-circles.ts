/** An achievement at a place of a hierarchy, below the one that it is a part of. */
export interface Part {
  readonly id: string
  /** The achievement that it is a part of. */
  readonly whole: string
  /** Where it stands in the hierarchy. */
  readonly pointer: string
}

const maxCircles = 20

/**
 * Returns the ways that lead from an achievement back to itself, each as the parts one goes down; the last of them is
 * the achievement that the way began with. Depth first and without recursion: a part that the walk has not left yet
 * closes a circle. It stops at the twentieth: those are enough to mend.
 */
export function hierarchyCircles(parts: readonly Part[]): (readonly Part[])[] {
  const partsOf = new Map<string, Part[]>()
  for (const part of parts) {
    const siblings = partsOf.get(part.whole)
    if (siblings === undefined) partsOf.set(part.whole, [part])
    else siblings.push(part)
  }
  const state = new Map<string, 'entered' | 'left'>()
  const circles: Part[][] = []
  for (const start of partsOf.keys()) {
    const path: Step[] = state.has(start) ? [] : [{ id: start, next: 0, by: [] }]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      state.set(step.id, 'entered')
      const part = partsOf.get(step.id)?.[step.next++]
      if (part === undefined) {
        state.set(step.id, 'left')
        path.pop()
      } else if (state.get(part.id) === 'entered') {
        if (circles.length === maxCircles) return circles
        const way = path.slice(path.findIndex(({ id }) => id === part.id) + 1)
        circles.push([...way.flatMap(({ by }) => by), part])
      } else if (!state.has(part.id)) {
        path.push({ id: part.id, next: 0, by: [part] })
      }
    }
  }
  return circles
}

interface Step {
  readonly id: string
  /** Which of its parts comes next. */
  next: number
  /** The part by which the walk came here. */
  readonly by: readonly Part[]
}
