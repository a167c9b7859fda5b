import type { Problem } from '@testamur/documents'
import { problem } from '../../problems.js'
import type { CfPackage } from '../model/index.js'
import { EdgeIndex, isHierarchy } from './edge-index.js'
import { hierarchyCycles } from './hierarchy-cycles.js'
import type { CaseEdge, CaseFramework, CaseNode, CaseQuery, CaseTreeNode } from './interface.js'
import { NodeIndex } from './node-index.js'
import { requirePackage } from './require-package.js'
import { ItemSearch } from './search-items.js'

/**
 * Returns the framework of a package, with its indexes: by identifier, URI and code; children, parents and associations of
 * every node. Making them takes time and memory linear in the package; what is not there becomes a stub, cycles and
 * repeated identifiers become problems.
 *
 * Of several items with one identifier the first counts. An association names a node by its GUID, else by its URI: two URIs
 * with one identifier that is no GUID are two nodes. Nodes are those of this framework: a node of another one is not known
 * here.
 *
 * @throws {@link SourceDocumentError} `ERR_CASE_NOT_CASE` for what is no package as `parseCasePackage` returns it.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { caseFramework, parseCasePackage } from '@testamur/adapters/case'
 *
 * const framework = caseFramework(parseCasePackage(readFileSync('framework.json')).package)
 * for (const { node, depth } of framework.walk()) console.log(`${'  '.repeat(depth)}${node.title}`)
 * console.log(framework.withCode('ALG.4')[0]?.item?.fullStatement)
 * ```
 */
export function caseFramework(cfPackage: CfPackage): CaseFramework {
  return new IndexedFramework(cfPackage)
}

class IndexedFramework implements CaseFramework {
  readonly package: CfPackage
  readonly cycles: readonly (readonly CaseNode[])[]
  readonly itemsWithSeveralParents: readonly CaseNode[]
  readonly unreachable: readonly CaseNode[]
  readonly depth: number
  readonly problems: readonly Problem[]
  readonly #nodes: NodeIndex
  readonly #edges: EdgeIndex
  readonly #search: ItemSearch
  /** What leads to a node on the shortest way from the document. */
  readonly #cameFrom = new Map<CaseNode, CaseNode | undefined>()

  constructor(cfPackage: CfPackage) {
    requirePackage(cfPackage)
    this.package = cfPackage
    this.#nodes = new NodeIndex(cfPackage)
    this.#edges = new EdgeIndex(cfPackage, this.#nodes)
    this.#search = new ItemSearch(this.items)
    this.cycles = hierarchyCycles([...this.items, ...this.outside, this.document], (node) => this.parents(node))
    this.itemsWithSeveralParents = this.items.filter((node) => this.parents(node).length > 1)
    this.depth = this.#reach()
    this.unreachable = this.items.filter((node) => !this.#cameFrom.has(node))
    this.problems = this.#findProblems()
  }

  get document(): CaseNode {
    return this.#nodes.document
  }

  get items(): readonly CaseNode[] {
    return this.#nodes.items
  }

  get outside(): readonly CaseNode[] {
    return this.#nodes.outside
  }

  get edges(): readonly CaseEdge[] {
    return this.#edges.edges
  }

  find(identifierOrUri: string): CaseNode | undefined {
    return this.#nodes.find(identifierOrUri)
  }

  withCode(code: string): readonly CaseNode[] {
    return this.#nodes.withCode(code)
  }

  children(node: CaseNode): readonly CaseNode[] {
    return this.#edges.children(node)
  }

  parents(node: CaseNode): readonly CaseNode[] {
    return this.#edges.parents(node)
  }

  from(node: CaseNode): readonly CaseEdge[] {
    return this.#edges.from(node)
  }

  to(node: CaseNode): readonly CaseEdge[] {
    return this.#edges.to(node)
  }

  pathTo(node: CaseNode, maxNodes: number = Number.POSITIVE_INFINITY): readonly CaseNode[] {
    const path: CaseNode[] = []
    let step = this.#cameFrom.has(node) ? node : undefined
    for (; step !== undefined && path.length < maxNodes; step = this.#cameFrom.get(step)) path.push(step)
    return path.reverse()
  }

  *walk(from: CaseNode = this.document): Generator<CaseTreeNode, void, undefined> {
    const seen = new Set<CaseNode>()
    const waiting: [node: CaseNode, depth: number][] = [[from, 0]]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [node, depth] = next
      const isRepeated = seen.has(node)
      seen.add(node)
      yield { node, depth, isRepeated }
      if (isRepeated) continue
      for (const child of this.children(node).toReversed()) waiting.push([child, depth + 1])
    }
  }

  search(query: CaseQuery): readonly CaseNode[] {
    const { within } = query
    if (within === undefined) return this.#search.find(query, () => true)
    const below = new Set<CaseNode>()
    for (const { node } of this.walk(within)) below.add(node)
    below.delete(within)
    return this.#search.find(query, (node) => below.has(node))
  }

  /** Goes level by level from the document, notes the way to each node, and returns the number of levels. */
  #reach(): number {
    this.#cameFrom.set(this.document, undefined)
    let depth = 0
    for (let level = [this.document]; ; depth += 1) {
      const below: CaseNode[] = []
      for (const node of level) {
        for (const child of this.children(node)) {
          if (this.#cameFrom.has(child)) continue
          this.#cameFrom.set(child, node)
          below.push(child)
        }
      }
      if (below.length === 0) return depth
      level = below
    }
  }

  #findProblems(): Problem[] {
    const itemPointer = (node: CaseNode): string => `/CFItems/${this.#nodes.placeOf(node)}`
    const repeated = this.#nodes.repeated.map((index) =>
      problem(
        'case-identifier-repeated',
        `/CFItems/${index}`,
        'An item before it has its identifier; only that one counts.',
      ),
    )
    const cycles = this.cycles.map((cycle) => {
      const members = new Set(cycle)
      const link = cycle
        .flatMap((node) => this.from(node))
        .find((each) => isHierarchy(each) && members.has(each.destination))
      const detail = `It is one of the links by which ${cycle.length === 1 ? 'a node contains itself' : `${cycle.length} nodes contain each other`}.`
      return problem('case-hierarchy-cycle', `/CFAssociations/${link?.index ?? 0}`, detail)
    })
    const unreachable = this.unreachable.map((node) =>
      problem('case-item-unreachable', itemPointer(node), 'No chain of isChildOf leads from it to the document.'),
    )
    return [...repeated, ...cycles, ...unreachable]
  }
}
