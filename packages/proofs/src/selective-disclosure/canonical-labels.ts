import type { Quad, RdfTerm } from '@testamur/documents'
import rdfCanonize from 'rdf-canonize'

/** Statements in canonical form, and the canonical label (`c14n0`) of every node without id. */
export interface Canonical {
  readonly nquads: string
  readonly labels: ReadonlyMap<string, string>
}

/** Returns statements in canonical form (RDFC-1.0). Throws at the limit that {@link canonicalizationProblem} explains. */
export async function canonicalize(statements: readonly Quad[]): Promise<Canonical> {
  const labels = new Map<string, string>()
  const nquads = await rdfCanonize.canonize(statements, {
    algorithm: 'RDFC-1.0',
    rejectURDNA2015: true,
    messageDigestAlgorithm: 'SHA-256',
    maxWorkFactor: 1,
    signal: null,
    canonicalIdMap: labels,
  })
  return { nquads, labels }
}

/** Returns each statement as a line of N-Quads, with the labels that a cryptosuite gives to nodes without id. */
export function labelledLines(statements: readonly Quad[], labels: ReadonlyMap<string, string>): string[] {
  const label = (term: RdfTerm): RdfTerm =>
    term.termType === 'BlankNode' ? { termType: 'BlankNode', value: labels.get(term.value) ?? '' } : term
  return statements.map(({ subject, predicate, object, graph }) =>
    rdfCanonize.NQuads.serialize([{ subject: label(subject), predicate, object: label(object), graph: label(graph) }]),
  )
}
