import { type Digest, firstDegreeHash } from './first-degree-hash.js'
import { IdentifierIssuer } from './identifier-issuer.js'
import { NDegreeHash } from './n-degree-hash.js'
import type { Resource, Statements } from './statements.js'

/** Blank nodes by their first degree hash, in the order of the hashes. */
export interface HashedNodes {
  readonly unique: readonly Resource[]
  /** Those whose hash others have too. */
  readonly alike: readonly (readonly Resource[])[]
}

/** Steps 2 and 3 of the Canonicalization Algorithm (RDFC-1.0 §4.4.3). A node that is alone needs no hash. */
export function hashNodes({ blanks }: Statements, digest: Digest): HashedNodes {
  if (blanks.length < 2) return { unique: blanks, alike: [] }
  const byHash = new Map<string, Resource[]>()
  for (const node of blanks) {
    node.hash = firstDegreeHash(node, digest)
    const nodes = byHash.get(node.hash)
    if (nodes === undefined) byHash.set(node.hash, [node])
    else nodes.push(node)
  }
  const unique: Resource[] = []
  const alike: Resource[][] = []
  for (const hash of [...byHash.keys()].sort()) {
    const nodes = byHash.get(hash) as Resource[]
    if (nodes.length === 1) unique.push(nodes[0] as Resource)
    else alike.push(nodes)
  }
  return { unique, alike }
}

/** How far blank nodes that look alike are told apart. */
export interface LabelOptions {
  readonly digest: Digest
  /** As in rdf-canonize: 1 allows as many comparisons as there are nodes that look alike, 2 the square of that. */
  readonly maxWorkFactor: number
}

/** Steps 4 and 5: gives every blank node its canonical identifier. */
export function issueLabels({ unique, alike }: HashedNodes, options: LabelOptions): void {
  const canonical = new IdentifierIssuer('c14n')
  for (const node of unique) canonical.issue(node) // step 4
  if (alike.length > 0) issueToAlike(alike, canonical, options) // step 5
  for (const node of canonical.nodes()) node.text = `_:${canonical.issue(node)}`
}

function issueToAlike(
  alike: HashedNodes['alike'],
  canonical: IdentifierIssuer,
  { digest, maxWorkFactor }: LabelOptions,
): void {
  const maxCalls = alike.flat().length ** maxWorkFactor
  const nDegree = new NDegreeHash(canonical, digest, maxCalls)
  for (const nodes of alike) {
    const results = nodes
      .filter((node) => canonical.find(node) === undefined) // step 5.2.1
      .map((node) => {
        const issuer = new IdentifierIssuer('b')
        issuer.issue(node)
        return nDegree.hash(node, issuer)
      })
    results.sort((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0))
    for (const { issuer } of results) for (const node of issuer.nodes()) canonical.issue(node) // step 5.3
  }
}
