import { lineOf, sortStatements, type TextOf, uniqueEnds } from './canonical-order.js'
import type { Resource } from './statements.js'

/** Returns the hash of a text in hexadecimal digits. */
export type Digest = (text: string) => string

/** Hash First Degree Quads (RDFC-1.0 §4.6.3). */
export function firstDegreeHash(node: Resource, digest: Digest): string {
  // Step 3: the node itself is _:a, every other blank node _:z.
  const seen: TextOf = (term) => {
    if (typeof term === 'string') return term
    return term.isBlank ? (term === node ? '_:a' : '_:z') : term.text
  }
  // Step 4. Those in which a named subject speaks of the node come first, and most often its own are in order.
  const statements = sortStatements([...node.mentions, ...uniqueEnds(node)], seen)
  let lines = ''
  for (const statement of statements) lines += lineOf(statement, seen)
  return digest(lines) // step 5
}
