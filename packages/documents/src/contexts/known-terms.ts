import type { JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import type { ContextSource } from './interface.js'

/** Terms and what their definitions write as IRI: a term can have several, in different scopes. */
export type WrittenIris = Map<string, Set<string>>

/** What contexts define, in whatever scope. */
export interface KnownTerms {
  readonly writtenIris: WrittenIris
  /** The IRIs of all terms, in full. */
  readonly iris: ReadonlySet<string>
}

/**
 * Returns what some contexts define, and the contexts that they name in turn. URLs the source does not know are passed
 * over.
 */
export function knownTerms(urls: Iterable<string>, contexts: ContextSource): KnownTerms {
  const writtenIris: WrittenIris = new Map()
  const wanted = new Set(urls)
  // A set also visits what is added to it on the way.
  for (const url of wanted) {
    const document = contexts(url)
    if (document !== undefined) collectTerms(document['@context'], writtenIris, wanted)
  }
  const written = [...writtenIris.values()].flatMap((iris) => [...iris])
  return { writtenIris, iris: new Set(written.flatMap((iri) => fullIris(iri, writtenIris))) }
}

/** Adds the terms of a context and of the contexts scoped in it, and the URLs of contexts it names. */
export function collectTerms(context: JsonValue | undefined, writtenIris: WrittenIris, urls: Set<string>): void {
  if (typeof context === 'string') urls.add(context)
  else if (Array.isArray(context)) for (const part of context) collectTerms(part, writtenIris, urls)
  else if (isObject(context)) {
    for (const [term, definition] of Object.entries(context)) {
      if (term === '@import') collectTerms(definition, writtenIris, urls)
      if (term.startsWith('@')) continue
      const iris = writtenIris.get(term) ?? new Set()
      writtenIris.set(term, iris.add(writtenIri(term, definition)))
      if (isObject(definition)) collectTerms(definition['@context'], writtenIris, urls)
    }
  }
}

/** What a definition writes as the IRI of its term; a term without one is its own (JSON-LD 1.1 API §4.2.2). */
function writtenIri(term: string, definition: JsonValue | undefined): string {
  const iri = isObject(definition) ? (definition['@id'] ?? definition['@reverse']) : definition
  return typeof iri === 'string' ? iri : term
}

/**
 * What an IRI, compact IRI or term can stand for; prefixes of prefixes are followed a few steps, which also ends
 * cycles.
 */
export function fullIris(written: string, writtenIris: WrittenIris, steps = 3): string[] {
  const [term, suffix] = splitCompactIri(written)
  const bases = steps === 0 ? undefined : writtenIris.get(term)
  if (bases === undefined) return [written]
  return [...bases].flatMap((base) => fullIris(base, writtenIris, steps - 1)).map((iri) => iri + suffix)
}

/** A compact IRI is a prefix and what follows it; a term has nothing that follows. */
export function splitCompactIri(written: string): [term: string, suffix: string] {
  const colon = written.indexOf(':')
  return colon < 0 ? [written, ''] : [written.slice(0, colon), written.slice(colon + 1)]
}
