import type { ContextSource, JsonObject, Problem } from '@testamur/documents'
import { canonicalize } from '../canonicalize/canonicalize.js'
import type { CanonicalizeResult, Canonicalizer, EngineOptions, HashAlgorithm } from '../canonicalize/interface.js'
import type { TransformationResult } from './transformation.js'

/** What {@link transformRdfc} works with. */
export interface TransformRdfcOptions extends EngineOptions {
  readonly contexts: ContextSource
  /** Hash function inside RDFC-1.0. Default SHA-256; keys on P-384 go with SHA-384. */
  readonly hash?: HashAlgorithm | undefined
  /** JSON Pointer of the proof. Default `/proof`. */
  readonly pointer?: string | undefined
  /** Canonicalises the document, for instance by way of a cache; not the proof. Default `canonicalize`. */
  readonly canonicalize?: Canonicalizer | undefined
}

/**
 * Returns document and proof configuration in canonical N-Quads, as all rdfc suites need them (VC Data Integrity EdDSA
 * Cryptosuites 1.0 §3.2.3 Transformation and §3.2.5 Proof Configuration). `proof` is taken without its `proofValue`.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { transformRdfc } from '@testamur/proofs/cryptosuites'
 *
 * const document = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'VerifiableCredential' }
 * const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' }
 * const transformed = await transformRdfc(document, proof, { contexts: contextSource() })
 * if (transformed.ok) console.log(transformed.canonicalProofConfig)
 * ```
 */
export async function transformRdfc(
  document: JsonObject,
  proof: JsonObject,
  options: TransformRdfcOptions,
): Promise<TransformationResult> {
  const { contexts, hash, pointer = '/proof', canonicalize: canonicalizeDocument = canonicalize } = options
  const { engine, fallback, crossCheckRate } = options
  // §3.2.3, step 3. What is wrong with the contexts would be told twice.
  const forDocument = { contexts, hash, engine, fallback, crossCheckRate }
  const canonicalDocument = await canonicalizeDocument(document, forDocument)
  if (!canonicalDocument.ok && canonicalDocument.problems.some(({ code }) => code.startsWith('context-'))) {
    return canonicalDocument
  }
  // §3.2.5: the proof options without their value, under the context of the document.
  const context = document['@context']
  const forConfig = { contexts, hash, engine, fallback, crossCheckRate, context, omit: 'proofValue' }
  const canonicalProofConfig = await canonicalize(proof, forConfig)
  if (canonicalDocument.ok && canonicalProofConfig.ok) {
    return {
      ok: true,
      canonicalDocument: canonicalDocument.nquads,
      documentPieces: canonicalDocument.pieces,
      isSet: canonicalDocument.isSet,
      canonicalProofConfig: canonicalProofConfig.nquads,
    }
  }
  const ofProof = problemsOf(canonicalProofConfig).map((found) => ({ ...found, pointer: pointer + found.pointer }))
  return { ok: false, problems: [...problemsOf(canonicalDocument), ...ofProof] }
}

const problemsOf = (result: CanonicalizeResult): readonly Problem[] => (result.ok ? [] : result.problems)
