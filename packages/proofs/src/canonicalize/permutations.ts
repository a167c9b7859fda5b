import type { Resource } from './statements.js'

/**
 * Every order of some blank nodes, beginning with that of their names, by the Steinhaus–Johnson–Trotter algorithm. The
 * reference visits them in the same order, and so leaves out the same ones and does the same work. What a node that is
 * there twice does to that order is also the same: both are one as far as directions go.
 */
export function* permutations(nodes: readonly Resource[]): Generator<readonly Resource[]> {
  const current = nodes.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
  const looksLeft = new Map(current.map((node) => [node, true]))
  while (true) {
    yield current
    const mobile = largestMobile(current, looksLeft)
    if (mobile === undefined) return
    const node = current[mobile] as Resource
    const swap = looksLeft.get(node) ? mobile - 1 : mobile + 1
    current[mobile] = current[swap] as Resource
    current[swap] = node
    for (const other of current) if (other.name > node.name) looksLeft.set(other, !looksLeft.get(other))
  }
}

/** The place of the largest node that looks at a smaller one beside it. */
function largestMobile(current: readonly Resource[], looksLeft: ReadonlyMap<Resource, boolean>): number | undefined {
  let found: number | undefined
  for (const [place, node] of current.entries()) {
    const neighbour = current[looksLeft.get(node) ? place - 1 : place + 1]
    const isMobile = neighbour !== undefined && node.name > neighbour.name
    if (isMobile && (found === undefined || node.name > (current[found] as Resource).name)) found = place
  }
  return found
}
