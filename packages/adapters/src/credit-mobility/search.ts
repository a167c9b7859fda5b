import type { MobilityLink, MobilityRelation } from './interface.js'
import type { Arrow, MobilityGraph, Vertex } from './mobility-graph.js'
import { compareStrength, composed, relationsByStrength } from './relations.js'

/** A place of the search, and how it was come to. */
interface Stand {
  readonly vertex: Vertex
  /** What the chain until here says. */
  readonly relation: MobilityRelation
  /**
   * Alignments so far: none; one that leaves an achievement; one that comes to an achievement. What an achievement in between
   * aligns with besides says nothing about the ends, so there is at most one of each, in this order.
   */
  readonly alignments: 0 | 1 | 2
  readonly links: number
  readonly by?: Arrow | undefined
  readonly before?: Stand | undefined
}

/** What a search found: for each target the best chain. */
export interface Found {
  readonly target: Vertex
  readonly relation: MobilityRelation
  /** Length of the chain. */
  readonly links: number
  /** Makes the chain: not all that is found is told. */
  readonly chain: () => readonly MobilityLink[]
}

/** What a search ends with. */
export interface SearchResult {
  readonly found: readonly Found[]
  /** False when it was ended by `maxSteps`. */
  readonly isComplete: boolean
  readonly steps: number
}

/** Bounds of a search. */
export interface SearchLimits {
  readonly maxLinks: number
  readonly maxSteps: number
}

/**
 * Goes from an achievement along all links, breadth first, and returns for each target the strongest relation with its
 * shortest chain; among equals the one found first, so that the same input always has the same answer. Every state (vertex,
 * relation, alignments) is visited once.
 */
export function search(
  graph: MobilityGraph,
  start: Vertex,
  isTarget: (vertex: Vertex) => boolean,
  { maxLinks, maxSteps }: SearchLimits,
): SearchResult {
  const best = new Map<Vertex, Stand>()
  // For each vertex a bit for each state in which it was visited.
  const seen = new Map<Vertex, number>()
  const waiting: Stand[] = []
  const arrive = (stand: Stand): void => {
    const states = seen.get(stand.vertex) ?? 0
    const state = 1 << (relationsByStrength.indexOf(stand.relation) * 3 + stand.alignments)
    if ((states & state) !== 0) return
    seen.set(stand.vertex, states | state)
    waiting.push(stand)
    const known = best.get(stand.vertex)
    const isBetter = known === undefined || compareStrength(stand.relation, known.relation) < 0
    if (stand.links > 0 && isBetter && isTarget(stand.vertex)) best.set(stand.vertex, stand)
  }
  arrive({ vertex: start, relation: 'exactMatchOf', alignments: 0, links: 0 })
  let steps = 0
  // The list grows while it is walked.
  for (const stand of waiting) {
    if (stand.links === maxLinks) break
    for (const arrow of graph.arrows(stand.vertex)) {
      if (steps === maxSteps) return { found: told(best), isComplete: false, steps }
      steps += 1
      const next = followed(stand, arrow)
      if (next !== undefined) arrive(next)
    }
  }
  return { found: told(best), isComplete: true, steps }
}

function followed(stand: Stand, arrow: Arrow): Stand | undefined {
  const relation = composed(stand.relation, arrow.relation)
  const { by, direction } = arrow.link
  const alignments = by === 'alignment' ? (direction === 'forward' ? 1 : 2) : stand.alignments
  if (relation === undefined) return undefined
  if (by === 'alignment' && alignments <= stand.alignments) return undefined
  return { vertex: arrow.to, relation, alignments, links: stand.links + 1, by: arrow, before: stand }
}

function told(best: ReadonlyMap<Vertex, Stand>): Found[] {
  return [...best].map(([target, stand]) => ({
    target,
    relation: stand.relation,
    links: stand.links,
    chain: () => chainTo(stand),
  }))
}

function chainTo(end: Stand): MobilityLink[] {
  const chain: MobilityLink[] = []
  for (let stand = end; stand.by !== undefined && stand.before !== undefined; stand = stand.before) {
    chain.push(stand.by.link)
  }
  return chain.reverse()
}
