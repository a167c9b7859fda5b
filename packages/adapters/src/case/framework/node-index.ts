import type { CfItem, CfNodeLink, CfPackage } from '../model/index.js'
import { isUuid } from '../read/formats.js'
import type { CaseNode } from './interface.js'

/** Finds nodes by identifier and by URI, and makes stubs of those that the package does not hold. */
export class NodeIndex {
  readonly document: CaseNode
  readonly items: CaseNode[] = []
  readonly outside: CaseNode[] = []
  /** Places in CFItems of items whose identifier another one has already. */
  readonly repeated: number[] = []
  readonly #places = new Map<CaseNode, number>()
  readonly #byIdentifier = new Map<string, CaseNode>()
  readonly #byUri = new Map<string, CaseNode>()
  readonly #byCode = new Map<string, CaseNode[]>()

  constructor({ CFDocument, CFItems }: CfPackage) {
    const { identifier, uri, title } = CFDocument
    this.document = this.#add({ kind: 'document', identifier, uri, title })
    for (const [index, item] of CFItems.entries()) this.#addItem(item, index)
  }

  find(key: string): CaseNode | undefined {
    return this.#byIdentifier.get(key.toLowerCase()) ?? this.#byUri.get(key)
  }

  withCode(code: string): readonly CaseNode[] {
    return this.#byCode.get(codeKey(code)) ?? []
  }

  /** Returns the node that an association names. */
  end({ identifier, uri, title }: CfNodeLink): CaseNode {
    const named = this.#byIdentifier.get(identifier.toLowerCase())
    // Only GUIDs are one in the world: with another identifier, two URIs are two nodes.
    const found = named !== undefined && (named.uri === uri || isUuid(identifier)) ? named : this.#byUri.get(uri)
    if (found !== undefined) return found
    const stub = this.#add({ kind: 'outside', identifier, uri, title })
    this.outside.push(stub)
    return stub
  }

  /** Returns the place of a node in CFItems; behind all of them for others. */
  placeOf(node: CaseNode): number {
    return this.#places.get(node) ?? this.#places.size
  }

  #addItem(item: CfItem, index: number): void {
    const { identifier, uri, fullStatement, abbreviatedStatement, humanCodingScheme } = item
    if (this.#byIdentifier.has(identifier.toLowerCase())) {
      this.repeated.push(index)
      return
    }
    const node = this.#add({ kind: 'item', identifier, uri, title: abbreviatedStatement ?? fullStatement, item })
    this.items.push(node)
    this.#places.set(node, index)
    if (humanCodingScheme === undefined) return
    const sameCode = this.#byCode.get(codeKey(humanCodingScheme))
    if (sameCode === undefined) this.#byCode.set(codeKey(humanCodingScheme), [node])
    else sameCode.push(node)
  }

  #add(node: CaseNode): CaseNode {
    const key = node.identifier.toLowerCase()
    if (!this.#byIdentifier.has(key)) this.#byIdentifier.set(key, node)
    if (!this.#byUri.has(node.uri)) this.#byUri.set(node.uri, node)
    return node
  }
}

const codeKey = (code: string): string => code.trim().toLowerCase()
