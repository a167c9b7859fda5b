import type { JsonObject } from '../json/interface.js'
import type { ContextDocument } from './interface.js'

/**
 * One row of a term table: where a term holds, and what it stands for.
 *
 * - `scope`: the type inside which the term holds (JSON-LD 1.1 §4.1.8, type-scoped contexts), or `*`: everywhere
 * - `term`: the name that documents write
 * - `iri`: what it stands for, in full or compact; a keyword makes the term an alias of it, an IRI that ends in `#` a prefix
 * - `datatype`: the type of its values; `@id` when they are references
 * - `container`: `@set`, also a single value is an array; `@list`, the order counts
 */
export type TermRow = readonly [
  scope: string,
  term: string,
  iri: string,
  datatype?: string | undefined,
  container?: '@set' | '@list' | undefined,
]

/** A context as a table of facts. The row of a type stands before the rows of its scope. */
export type TermTable = readonly TermRow[]

/**
 * Returns the context document a table states. With `base`, the table states only what differs: its rows are added to
 * those of `base`, and replace the row of the same scope and term. `base` is not changed.
 */
export function contextFromTerms(table: TermTable, base?: ContextDocument): ContextDocument {
  const context = structuredClone(base?.['@context'] ?? {}) as JsonObject
  for (const [scope, term, iri, datatype, container] of table) {
    const holder = scope === '*' ? context : scopedContext(context, scope)
    holder[term] = definition(iri, datatype, container)
  }
  return { '@context': context }
}

/** The context inside a type, made on first use. */
function scopedContext(context: JsonObject, type: string): JsonObject {
  const definition = context[type] as JsonObject
  definition['@context'] ??= {}
  return definition['@context'] as JsonObject
}

function definition(iri: string, datatype?: string, container?: string): string | JsonObject {
  // Only a plain string can serve as a prefix (JSON-LD 1.1 §4.1.5), and an alias needs nothing more.
  if (iri.startsWith('@') || iri.endsWith('#')) return iri
  return {
    '@id': iri,
    ...(datatype !== undefined && { '@type': datatype }),
    ...(container !== undefined && { '@container': container }),
  }
}
