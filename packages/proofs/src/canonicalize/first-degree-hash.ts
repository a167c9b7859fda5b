import { lineEnd, uniqueEnds } from './canonical-order.js'
import type { Resource, Statement } from './statements.js'

/** Returns the hash of a text in hexadecimal digits. */
export type Digest = (text: string) => string

/** Hash First Degree Quads (RDFC-1.0 §4.6.3). */
export function firstDegreeHash(node: Resource, digest: Digest): string {
  // Step 3: the node itself is _:a, every other blank node _:z.
  const lines = node.ends.length === 0 ? [] : uniqueEnds(node).map((end) => `_:a${lineEnd(end)}`)
  for (const link of node.mentions) lines.push(lineFrom(node, link))
  // Steps 4 and 5.
  return digest(lines.length === 1 ? (lines[0] as string) : lines.sort().join(''))
}

function lineFrom(node: Resource, { subject, predicate, object, graph }: Statement): string {
  const to = typeof object === 'string' ? object : seenFrom(node, object)
  const place = graph === undefined ? '' : ` ${seenFrom(node, graph)}`
  return `${seenFrom(node, subject)}${predicate}${to}${place} .\n`
}

function seenFrom(node: Resource, other: Resource): string {
  if (!other.isBlank) return other.text
  return other === node ? '_:a' : '_:z'
}
