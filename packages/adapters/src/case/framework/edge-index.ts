import type { CfPackage } from '../model/index.js'
import type { CaseEdge, CaseNode } from './interface.js'
import type { NodeIndex } from './node-index.js'

/** Associations by their ends, and the hierarchy that `isChildOf` makes. */
export class EdgeIndex {
  readonly edges: readonly CaseEdge[]
  readonly #from = new Map<CaseNode, CaseEdge[]>()
  readonly #to = new Map<CaseNode, CaseEdge[]>()
  readonly #children = new Map<CaseNode, readonly CaseNode[]>()
  readonly #parents = new Map<CaseNode, readonly CaseNode[]>()

  constructor({ CFAssociations }: CfPackage, nodes: NodeIndex) {
    this.edges = CFAssociations.map((association, index) => ({
      association,
      origin: nodes.end(association.originNodeURI),
      destination: nodes.end(association.destinationNodeURI),
      index,
    }))
    for (const edge of this.edges) {
      push(this.#from, edge.origin, edge)
      push(this.#to, edge.destination, edge)
    }
    for (const [node, edges] of this.#to) {
      const links = edges.filter(isHierarchy).sort((one, other) => compareSiblings(one, other, nodes))
      if (links.length > 0) this.#children.set(node, [...new Set(links.map(({ origin }) => origin))])
    }
    for (const [node, edges] of this.#from) {
      const links = edges.filter(isHierarchy)
      if (links.length > 0) this.#parents.set(node, [...new Set(links.map(({ destination }) => destination))])
    }
  }

  from(node: CaseNode): readonly CaseEdge[] {
    return this.#from.get(node) ?? []
  }

  to(node: CaseNode): readonly CaseEdge[] {
    return this.#to.get(node) ?? []
  }

  children(node: CaseNode): readonly CaseNode[] {
    return this.#children.get(node) ?? []
  }

  parents(node: CaseNode): readonly CaseNode[] {
    return this.#parents.get(node) ?? []
  }
}

/** True for an association that makes its origin a child of its destination. */
export function isHierarchy({ association }: CaseEdge): boolean {
  return association.associationType === 'isChildOf'
}

function push(map: Map<CaseNode, CaseEdge[]>, key: CaseNode, edge: CaseEdge): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [edge])
  else list.push(edge)
}

const collator = new Intl.Collator('en', { numeric: true })

/**
 * The order of siblings. CASE has it in `sequenceNumber`; publishers that leave it out mean the enumeration of their
 * list, or their codes.
 */
function compareSiblings(one: CaseEdge, other: CaseEdge, nodes: NodeIndex): number {
  const byNumber = compareDefined(one.association.sequenceNumber, other.association.sequenceNumber, (a, b) => a - b)
  if (byNumber !== 0) return byNumber
  const [first, second] = [one.origin.item, other.origin.item]
  return (
    compareDefined(first?.listEnumeration, second?.listEnumeration, collator.compare) ||
    compareDefined(first?.humanCodingScheme, second?.humanCodingScheme, collator.compare) ||
    nodes.placeOf(one.origin) - nodes.placeOf(other.origin) ||
    one.index - other.index
  )
}

/** What is absent comes last. */
function compareDefined<T>(one: T | undefined, other: T | undefined, compare: (one: T, other: T) => number): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return compare(one, other)
}
