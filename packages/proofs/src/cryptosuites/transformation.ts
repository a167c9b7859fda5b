import type { Problem } from '@testamur/documents'
import { sha256, sha384 } from '#platform'
import type { HashAlgorithm } from '../canonicalize/interface.js'

/** A document and the configuration of its proof in canonical form: what a suite hashes. */
export interface Transformation {
  readonly canonicalDocument: string
  /** The same in pieces, which are hashed in its place; there when it is long. */
  readonly documentPieces?: readonly string[] | undefined
  /** True when it is known that no line of the document stands twice. */
  readonly isSet?: boolean | undefined
  readonly canonicalProofConfig: string
}

/** What was transformed, or what would be lost of it. */
export type TransformationResult =
  | ({ readonly ok: true } & Transformation)
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What {@link hashTransformation} hashes with. */
export interface HashTransformationOptions {
  /** Default SHA-256; keys on P-384 go with SHA-384. */
  readonly hash?: HashAlgorithm | undefined
}

const digests: Readonly<Record<HashAlgorithm, (text: string | readonly string[]) => Uint8Array>> = {
  'SHA-256': sha256,
  'SHA-384': sha384,
}

/**
 * Returns what a suite signs (VC Data Integrity EdDSA Cryptosuites 1.0 §3.2.4 Hashing, steps 1 to 3, and the ECDSA
 * suites likewise): the hash of the proof configuration, then that of the document, together 64 bytes or, with SHA-384,
 * 96.
 *
 * @example
 * ```ts
 * import { hashTransformation } from '@testamur/proofs/cryptosuites'
 *
 * console.log(hashTransformation({ canonicalDocument: '', canonicalProofConfig: '' }).length) // 64
 * ```
 */
export function hashTransformation(
  transformation: Transformation,
  { hash = 'SHA-256' }: HashTransformationOptions = {},
): Uint8Array {
  const { canonicalDocument, documentPieces = canonicalDocument } = transformation
  const transformedDocumentHash = digests[hash](documentPieces)
  const proofConfigHash = digests[hash](transformation.canonicalProofConfig)
  const hashData = new Uint8Array(proofConfigHash.length + transformedDocumentHash.length)
  hashData.set(proofConfigHash)
  hashData.set(transformedDocumentHash, proofConfigHash.length)
  return hashData
}
