import type { ContextSource, JsonObject, Problem } from '@testamur/documents'
import { sha256 } from '#platform'
import type { CanonicalizeResult, Canonicalizer } from '../canonicalize/interface.js'
import { canonicalizeByReference } from '../canonicalize/reference.js'

/** A document and the configuration of its proof in canonical N-Quads: what an rdfc suite hashes. */
export interface RdfcTransformation {
  readonly canonicalDocument: string
  readonly canonicalProofConfig: string
}

/** What was transformed, or what RDF would lose of it. */
export type RdfcTransformationResult =
  | ({ readonly ok: true } & RdfcTransformation)
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What {@link transformRdfc} works with. */
export interface TransformRdfcOptions {
  readonly contexts: ContextSource
  /** JSON Pointer of the proof. Default `/proof`. */
  readonly pointer?: string | undefined
  /** Canonicalises the document, for instance by way of a cache; not the proof. Default `canonicalizeByReference`. */
  readonly canonicalize?: Canonicalizer | undefined
}

/**
 * Returns document and proof configuration in canonical form, as all rdfc suites need them (VC Data Integrity EdDSA
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
): Promise<RdfcTransformationResult> {
  const { contexts, pointer = '/proof', canonicalize = canonicalizeByReference } = options
  // §3.2.5, steps 1 and 4: a clone of the proof options, under the context of the document.
  const { proofValue: _, ...proofOptions } = proof
  const proofConfig = { ...proofOptions, '@context': document['@context'] }
  // §3.2.3, step 3. What is wrong with the contexts would be told twice.
  const canonicalDocument = await canonicalize(document, { contexts })
  if (!canonicalDocument.ok && canonicalDocument.problems.some(({ code }) => code.startsWith('context-'))) {
    return canonicalDocument
  }
  // §3.2.5, step 5.
  const canonicalProofConfig = await canonicalizeByReference(proofConfig, { contexts })
  if (canonicalDocument.ok && canonicalProofConfig.ok) {
    return { ok: true, canonicalDocument: canonicalDocument.nquads, canonicalProofConfig: canonicalProofConfig.nquads }
  }
  const ofProof = problemsOf(canonicalProofConfig).map((found) => ({ ...found, pointer: pointer + found.pointer }))
  return { ok: false, problems: [...problemsOf(canonicalDocument), ...ofProof] }
}

/**
 * Returns what an rdfc suite signs (§3.2.4 Hashing, steps 1 to 3): the SHA-256 of the proof configuration, then that of
 * the document, 64 bytes.
 *
 * @example
 * ```ts
 * import { hashRdfc } from '@testamur/proofs/cryptosuites'
 *
 * console.log(hashRdfc({ canonicalDocument: '', canonicalProofConfig: '' }).length) // 64
 * ```
 */
export function hashRdfc(transformed: RdfcTransformation): Uint8Array {
  const transformedDocumentHash = sha256(transformed.canonicalDocument)
  const proofConfigHash = sha256(transformed.canonicalProofConfig)
  return Uint8Array.of(...proofConfigHash, ...transformedDocumentHash)
}

const problemsOf = (result: CanonicalizeResult): readonly Problem[] => (result.ok ? [] : result.problems)
