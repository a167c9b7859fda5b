/** What is known of a node while cycles are looked for. */
interface Visit {
  readonly order: number
  low: number
  isOpen: boolean
}

/**
 * Returns the groups of nodes that contain each other: the strongly connected components of more than one node, and
 * nodes that contain themselves. Tarjan's algorithm, without recursion: frameworks are strangers' data, and as deep as
 * they like. Linear in nodes and links.
 */
export function hierarchyCycles<Node>(
  nodes: Iterable<Node>,
  parents: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const visits = new Map<Node, Visit>()
  const open: Node[] = []
  const cycles: Node[][] = []

  const enter = (node: Node): { node: Node; visit: Visit; next: number } => {
    const visit = { order: visits.size, low: visits.size, isOpen: true }
    visits.set(node, visit)
    open.push(node)
    return { node, visit, next: 0 }
  }

  const leave = (node: Node, visit: Visit): void => {
    if (visit.low !== visit.order) return
    const group = open.splice(open.lastIndexOf(node))
    for (const member of group) (visits.get(member) as Visit).isOpen = false
    if (group.length > 1 || parents(node).includes(node)) cycles.push(group)
  }

  for (const start of nodes) {
    if (visits.has(start)) continue
    const stack = [enter(start)]
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const { node, visit } = frame
      const parent = parents(node)[frame.next]
      frame.next += 1
      if (parent === undefined) {
        stack.pop()
        const below = stack.at(-1)
        if (below !== undefined) below.visit.low = Math.min(below.visit.low, visit.low)
        leave(node, visit)
        continue
      }
      const seen = visits.get(parent)
      if (seen === undefined) stack.push(enter(parent))
      else if (seen.isOpen) visit.low = Math.min(visit.low, seen.order)
    }
  }
  return cycles
}
