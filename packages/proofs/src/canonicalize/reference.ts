import { quadsFromDocument } from '@testamur/documents/json-ld'
import { problem } from '../problems.js'
import { documentAs } from './document-as.js'
import type { Canonicalizer } from './interface.js'

/**
 * Canonicalises by jsonld.js in safe mode and rdf-canonize (RDFC-1.0): the path for every document, and the measure of
 * every faster one. What RDF would lose or change is returned as problems with pointers.
 *
 * Blank nodes that look alike are compared at most as often as there are such nodes: the limit that stock verifiers
 * keep. Graphs made to exhaust a verifier (RDFC-1.0 §7.1) end with `canonicalization-limit`.
 *
 * Lines are sorted by UTF-16 code units, as peers do; RDFC-1.0 sorts by code points, which differs only where
 * characters beyond U+FFFF meet those from U+E000.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { canonicalizeByReference } from '@testamur/proofs'
 *
 * const document = {
 *   '@context': 'https://www.w3.org/ns/credentials/v2',
 *   id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
 *   type: 'VerifiableCredential',
 * }
 * const result = await canonicalizeByReference(document, { contexts: contextSource() })
 * console.log(result.ok && result.nquads)
 * ```
 */
export const canonicalizeByReference: Canonicalizer = async (document, options) => {
  const { contexts, hash = 'SHA-256', signal } = options
  const read = await quadsFromDocument(documentAs(document, options), { contexts })
  signal?.throwIfAborted()
  if (!read.ok) return read
  // Loaded on demand, as jsonld.js is: most documents never need it.
  const { default: rdfCanonize } = await import('rdf-canonize')
  try {
    const nquads = await rdfCanonize.canonize(read.quads, {
      algorithm: 'RDFC-1.0',
      rejectURDNA2015: true,
      messageDigestAlgorithm: hash,
      maxWorkFactor: 1,
      signal: signal ?? null,
    })
    return { ok: true, nquads }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof Error && error.message.startsWith('Maximum deep iterations exceeded'))) throw error
    const detail = 'Too many of its objects without an id look alike. Give them ids, or leave out repetitions.'
    return { ok: false, problems: [problem('canonicalization-limit', '', detail)] }
  }
}
