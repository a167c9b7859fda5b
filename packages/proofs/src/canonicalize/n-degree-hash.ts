import { Declined } from './declined.js'
import type { Digest } from './first-degree-hash.js'
import type { IdentifierIssuer } from './identifier-issuer.js'
import { permutations } from './permutations.js'
import type { Resource, Statement } from './statements.js'

/** What Hash N-Degree Quads returns: the hash, and the issuer of the path that was chosen. */
export interface NDegreeResult {
  readonly hash: string
  readonly issuer: IdentifierIssuer
}

/** What one document may cost: a blank node in an order that is looked at is one step, a hash ten. About a second. */
const maxSteps = 5_000_000

/** Hash N-Degree Quads (RDFC-1.0 §4.8), with the work limit of the reference (§7.1). */
export class NDegreeHash {
  readonly #canonical: IdentifierIssuer
  readonly #digest: Digest
  #callsLeft: number
  #stepsLeft = maxSteps

  /** @param maxCalls - how often the algorithm may be entered */
  constructor(canonical: IdentifierIssuer, digest: Digest, maxCalls: number) {
    this.#canonical = canonical
    this.#digest = digest
    this.#callsLeft = maxCalls
  }

  /** §4.8.3 */
  hash(node: Resource, initial: IdentifierIssuer): NDegreeResult {
    if (this.#callsLeft === 0) throw new Declined('too many blank nodes that look alike')
    this.#callsLeft -= 1
    let issuer = initial
    let data = ''
    // Steps 1 to 3, and 5: by the hash of the relation.
    const related = this.#relatedByHash(node, issuer)
    for (const hash of [...related.keys()].sort()) {
      const chosen = this.#choosePath(related.get(hash) ?? [], issuer)
      // Steps 5.1, 5.5 and 5.6.
      data += hash + chosen.path
      issuer = chosen.issuer
    }
    return { hash: this.#digest(data), issuer } // step 6
  }

  /** Steps 1 to 3. */
  #relatedByHash(node: Resource, issuer: IdentifierIssuer): Map<string, Resource[]> {
    const byHash = new Map<string, Resource[]>()
    const relate = (related: Resource | string | undefined, link: Statement, position: 's' | 'o' | 'g'): void => {
      if (typeof related !== 'object' || !related.isBlank || related === node) return
      this.#spend(10)
      const hash = this.#relatedHash(related, link, issuer, position)
      const nodes = byHash.get(hash)
      if (nodes === undefined) byHash.set(hash, [related])
      else nodes.push(related)
    }
    for (const link of node.mentions) {
      relate(link.subject, link, 's')
      relate(link.object, link, 'o')
      relate(link.graph, link, 'g')
    }
    return byHash
  }

  /** Hash Related Blank Node (§4.7.3). */
  #relatedHash(related: Resource, link: Statement, issuer: IdentifierIssuer, position: 's' | 'o' | 'g'): string {
    const predicate = position === 'g' ? '' : link.predicate.slice(1, -1)
    const identifier = this.#canonical.find(related) ?? issuer.find(related)
    return this.#digest(`${position}${predicate}${identifier === undefined ? related.hash : `_:${identifier}`}`)
  }

  /** Steps 5.2 to 5.4: the least path over every order of the related nodes. */
  #choosePath(related: readonly Resource[], issuer: IdentifierIssuer): { path: string; issuer: IdentifierIssuer } {
    let chosen: { path: string; issuer: IdentifierIssuer } | undefined
    for (const permutation of permutations(related)) {
      this.#spend(permutation.length + issuer.size)
      const candidate = this.#pathOf(permutation, issuer, chosen?.path)
      if (candidate !== undefined && (chosen === undefined || candidate.path < chosen.path)) chosen = candidate
    }
    return chosen ?? { path: '', issuer }
  }

  /** Steps 5.4.1 to 5.4.5; `undefined` once the path is greater than the one that was chosen before. */
  #pathOf(
    permutation: readonly Resource[],
    initial: IdentifierIssuer,
    best: string | undefined,
  ): { path: string; issuer: IdentifierIssuer } | undefined {
    let issuer = initial.clone()
    let path = ''
    const recursion: Resource[] = []
    for (const related of permutation) {
      const canonical = this.#canonical.find(related)
      if (canonical === undefined && issuer.find(related) === undefined) recursion.push(related)
      path += `_:${canonical ?? issuer.issue(related)}`
      if (best !== undefined && path > best) return undefined
    }
    for (const related of recursion) {
      const result = this.hash(related, issuer)
      path += `_:${issuer.issue(related)}<${result.hash}>`
      issuer = result.issuer
      if (best !== undefined && path > best) return undefined
    }
    return { path, issuer }
  }

  #spend(steps: number): void {
    this.#stepsLeft -= steps
    if (this.#stepsLeft < 0) throw new Declined('too much work to tell blank nodes apart')
  }
}
