// How a context is written as a table of facts. One row is a term: where it holds, and what it stands for.
//
//   scope      the type inside which the term holds (JSON-LD 1.1 §4.1.8, type-scoped contexts), or `*`: everywhere
//   term       the name that documents write
//   iri        what it stands for, in full or compact; a keyword makes the term an alias, an IRI that ends in `#` a prefix
//   datatype   the type of its values; `@id` when they are references
//   container  `@set`, also a single value is an array; `@list`, the order counts
//
// The row of a type stands before the rows of its scope.

/**
 * Returns the context document a table states. With `base`, the table states only what differs: its rows are added to
 * those of `base`, and replace the row of the same scope and term. `base` is not changed.
 */
export function contextFromTerms(table, base = { '@context': {} }) {
  const context = structuredClone(base['@context'])
  for (const [scope, term, iri, datatype, container] of table) {
    const holder = scope === '*' ? context : scopedContext(context[scope])
    holder[term] = definition(iri, datatype, container)
  }
  return { '@context': context }
}

/** The context inside a type, made on first use. */
function scopedContext(type) {
  type['@context'] ??= {}
  return type['@context']
}

function definition(iri, datatype, container) {
  // Only a plain string can serve as a prefix (JSON-LD 1.1 §4.1.5), and an alias needs nothing more.
  if (iri.startsWith('@') || iri.endsWith('#')) return iri
  return {
    '@id': iri,
    ...(datatype !== undefined && { '@type': datatype }),
    ...(container !== undefined && { '@container': container }),
  }
}
