import type { Resource } from './statements.js'

/** Issues identifiers to blank nodes, in order (RDFC-1.0 §4.5). */
export class IdentifierIssuer {
  readonly #prefix: string
  readonly #issued: Map<Resource, string>

  constructor(prefix: string, issued: ReadonlyMap<Resource, string> = new Map()) {
    this.#prefix = prefix
    this.#issued = new Map(issued)
  }

  /** How many identifiers it has issued. */
  get size(): number {
    return this.#issued.size
  }

  /** An issuer that goes on from here without changing this one. */
  clone(): IdentifierIssuer {
    return new IdentifierIssuer(this.#prefix, this.#issued)
  }

  /** The identifier of the blank node, which is issued now unless it was before. */
  issue(node: Resource): string {
    const known = this.#issued.get(node)
    if (known !== undefined) return known
    const identifier = `${this.#prefix}${this.#issued.size}`
    this.#issued.set(node, identifier)
    return identifier
  }

  /** The identifier of the blank node, if it has one. */
  find(node: Resource): string | undefined {
    return this.#issued.get(node)
  }

  /** The blank nodes in the order in which their identifiers were issued. */
  nodes(): Iterable<Resource> {
    return this.#issued.keys()
  }
}
