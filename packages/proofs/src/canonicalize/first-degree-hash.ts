import { lineOf, sortStatements, uniqueEnds } from './canonical-order.js'
import { otherNode, type Resource } from './statements.js'

/** Returns the hash of a text in hexadecimal digits. */
export type Digest = (text: string) => string

/** Hash First Degree Quads (RDFC-1.0 §4.6.3), while no node has a canonical identifier. */
export function firstDegreeHash(node: Resource, digest: Digest): string {
  node.text = '_:a' // step 3
  // Step 4. Those in which a named subject speaks of the node come first, and most often its own are in order.
  const statements = sortStatements([...node.mentions, ...uniqueEnds(node)])
  let lines = ''
  for (const statement of statements) lines += lineOf(statement)
  node.text = otherNode
  return digest(lines) // step 5
}
