import type { Located, Rule } from '../interface.js'
import { memberOf, objectsAt } from '../located.js'

/** What each hierarchical association says: which of its ends stands below the other. */
const lowerEnd: Readonly<Record<string, 'sourceId' | 'targetId'>> = {
  isChildOf: 'sourceId',
  isPartOf: 'sourceId',
  isParentOf: 'targetId',
}

interface Edge {
  readonly lower: string
  readonly upper: string
  readonly association: Located
}

/** No achievement stands above itself: associations of hierarchy form no circle. */
export const associationCycle: Rule = {
  id: 'association-cycle',
  classes: ['ClrSubject'],
  source: 'CLR 2.0, AssociationType',
  check: (subject, report) => {
    for (const { association } of edgesThatCloseACircle(edgesOf(subject))) {
      const message = 'This association closes a circle: an achievement cannot stand above or be a part of itself.'
      report('association-cycle', association.pointer, message)
    }
  },
}

function edgesOf(subject: Located): Edge[] {
  return objectsAt(subject, 'association').flatMap((association) => {
    const kind = memberOf(association.value, 'associationType')
    const end = typeof kind === 'string' && Object.hasOwn(lowerEnd, kind) ? lowerEnd[kind] : undefined
    const source = memberOf(association.value, 'sourceId')
    const target = memberOf(association.value, 'targetId')
    if (end === undefined || typeof source !== 'string' || typeof target !== 'string') return []
    const [lower, upper] = end === 'sourceId' ? [source, target] : [target, source]
    return [{ lower, upper, association }]
  })
}

/** Depth first and without recursion: an edge to an achievement that the walk has not left yet closes a circle. */
function edgesThatCloseACircle(edges: readonly Edge[]): Edge[] {
  const upwards = new Map<string, Edge[]>()
  for (const edge of edges) {
    const siblings = upwards.get(edge.lower)
    if (siblings === undefined) upwards.set(edge.lower, [edge])
    else siblings.push(edge)
  }
  const state = new Map<string, 'entered' | 'left'>()
  const closing: Edge[] = []
  for (const start of upwards.keys()) {
    const path = state.has(start) ? [] : [{ id: start, next: 0 }]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      state.set(step.id, 'entered')
      const edge = upwards.get(step.id)?.[step.next++]
      if (edge === undefined) {
        state.set(step.id, 'left')
        path.pop()
      } else if (state.get(edge.upper) === 'entered') {
        closing.push(edge)
      } else if (!state.has(edge.upper)) {
        path.push({ id: edge.upper, next: 0 })
      }
    }
  }
  return closing
}
