import type { ContextSource } from '../contexts/interface.js'
import type { Problem } from '../problem.js'

/** A term of an RDF statement, in the shape of RDF/JS. */
export type RdfTerm =
  | { readonly termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph'; readonly value: string }
  | {
      readonly termType: 'Literal'
      readonly value: string
      readonly language?: string
      readonly datatype: { readonly termType: 'NamedNode'; readonly value: string }
    }

/** An RDF statement in its graph, in the shape of RDF/JS: what `rdf-canonize` takes. */
export interface Quad {
  readonly subject: RdfTerm
  readonly predicate: RdfTerm
  readonly object: RdfTerm
  readonly graph: RdfTerm
}

/** What reading a document as linked data needs. */
export interface LinkedDataOptions {
  /** Where the contexts come from; never the network. */
  readonly contexts: ContextSource
}

/** Every statement of a document, or what it says that RDF, and so a proof over RDF, would lose. */
export type QuadsResult =
  | { readonly ok: true; readonly quads: readonly Quad[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
