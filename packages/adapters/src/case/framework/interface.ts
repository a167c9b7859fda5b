import type { Problem } from '@testamur/documents'
import type { CfAssociation, CfItem, CfPackage } from '../model/index.js'

/** A node of a framework. */
export interface CaseNode {
  /** `outside`: associations name it, and it is neither an item of the package nor its document. */
  readonly kind: 'document' | 'item' | 'outside'
  readonly identifier: string
  readonly uri: string
  /** Title of a document; abbreviated or full statement of an item; what a link calls a node outside. */
  readonly title: string
  /** The item; absent at others. */
  readonly item?: CfItem | undefined
}

/** An association, and the nodes at its ends: the origin *is the type of* the destination. */
export interface CaseEdge {
  readonly association: CfAssociation
  readonly origin: CaseNode
  readonly destination: CaseNode
  /** Place in CFAssociations, from 0. */
  readonly index: number
}

/** A node on the way through the tree. */
export interface CaseTreeNode {
  readonly node: CaseNode
  /** Levels below where the walk began. */
  readonly depth: number
  /** True where the node stood before, below another parent: what is below it is not told again. */
  readonly isRepeated: boolean
}

/** What to look for; all that is given must hold. */
export interface CaseQuery {
  /** Words that the item has, in any order, in statement, labels, notes, keywords or code; case and accents do not count. */
  readonly text?: string | undefined
  /** What the code that people use begins with; case does not count. */
  readonly code?: string | undefined
  /** A grade or year of the item; leading zeros do not count. */
  readonly educationLevel?: string | undefined
  /** The item's type, by its label; case does not count. */
  readonly itemType?: string | undefined
  /** Only items below this node. */
  readonly within?: CaseNode | undefined
  /** Most items. Default: all. */
  readonly limit?: number | undefined
}

/**
 * A framework with its indexes, made once. Looking up a node or what is next to it then costs the same in any framework; a
 * way costs its length, and a search looks at every item.
 */
export interface CaseFramework {
  readonly package: CfPackage
  readonly document: CaseNode
  /** Distinct items, in the order of the package. */
  readonly items: readonly CaseNode[]
  /** Nodes that associations name and the package does not hold, in the order in which they appear. */
  readonly outside: readonly CaseNode[]
  /** All associations, in the order of the package. */
  readonly edges: readonly CaseEdge[]
  /** Groups of nodes that contain each other by `isChildOf`. */
  readonly cycles: readonly (readonly CaseNode[])[]
  /** Items that are children of several nodes. */
  readonly itemsWithSeveralParents: readonly CaseNode[]
  /** Items that are not below the document. */
  readonly unreachable: readonly CaseNode[]
  /** Levels below the document. */
  readonly depth: number
  /** `case-identifier-repeated`, `case-hierarchy-cycle`, `case-item-unreachable`, with pointers into the package. */
  readonly problems: readonly Problem[]
  /** Returns the node with an identifier or a URI. */
  find(identifierOrUri: string): CaseNode | undefined
  /** Returns the items with a code that people use; case does not count. */
  withCode(code: string): readonly CaseNode[]
  /** Returns the children of a node in their order: by sequence number, list enumeration, code, place in the package. */
  children(node: CaseNode): readonly CaseNode[]
  /** Returns the nodes that a node is a child of. */
  parents(node: CaseNode): readonly CaseNode[]
  /** Returns the associations with a node as origin. */
  from(node: CaseNode): readonly CaseEdge[]
  /** Returns the associations with a node as destination. */
  to(node: CaseNode): readonly CaseEdge[]
  /**
   * Returns the shortest way from the document to a node, both included; empty when there is none. Of a longer one than
   * `maxNodes` only the end: strangers' frameworks are as deep as they like.
   */
  pathTo(node: CaseNode, maxNodes?: number): readonly CaseNode[]
  /** Goes through the tree, depth first, from a node down. Default: from the document. */
  walk(from?: CaseNode): Generator<CaseTreeNode, void, undefined>
  /** Returns the items that a query describes, in the order of the package. */
  search(query: CaseQuery): readonly CaseNode[]
}
