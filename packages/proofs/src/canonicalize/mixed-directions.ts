import { Declined } from './declined.js'
import { type Statements, twoSpellings } from './statements.js'

/**
 * Declines a text with a direction beside the same one without, or with the other direction: jsonld.js does not see that
 * they differ.
 */
export function refuseMixedDirections({ directed }: Statements): void {
  const seen = new Map<object, Set<string>>()
  for (const { subject, predicate, object } of directed) {
    let said = seen.get(subject)
    if (said === undefined) {
      said = new Set(subject.ends.map((end) => `${end.predicate}${end.object as string}`))
      seen.set(subject, said)
    }
    const undirected = predicate + object
    if (said.has(undirected)) throw new Declined(twoSpellings)
    said.add(undirected)
  }
}
