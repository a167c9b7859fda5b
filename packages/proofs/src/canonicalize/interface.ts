import type { ContextSource, JsonObject, JsonValue, Problem } from '@testamur/documents'

/** A hash function by its name in FIPS 180-4. */
export type HashAlgorithm = 'SHA-256' | 'SHA-384'

/** What canonicalising a document needs. */
export interface CanonicalizeOptions {
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /** Hash function inside RDFC-1.0, by which objects without ids are put in order. Default SHA-256. */
  readonly hash?: HashAlgorithm | undefined
  /** What counts as the `@context` of the document, as for proof configurations. Default: its own. */
  readonly context?: JsonValue | undefined
  /** A member of the document that is left out, such as `proofValue`. Default: none. */
  readonly omit?: string | undefined
  /** Ends the work early; what the signal was aborted with is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** Canonical N-Quads, or why there are none. */
export type CanonicalizeResult =
  | { readonly ok: true; readonly nquads: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Turns a JSON-LD document into canonical N-Quads (RDFC-1.0). Never throws for a document. */
export type Canonicalizer = (document: JsonObject, options: CanonicalizeOptions) => Promise<CanonicalizeResult>

/**
 * Canonical forms, kept by the identity of document and context source and by hash function; see
 * {@link canonicalizationCache}.
 */
export interface CanonicalizationCache {
  /** Returns what `make` returned when it was first asked for this document under these contexts and this hash. */
  getOrMake(
    document: object,
    options: Pick<CanonicalizeOptions, 'contexts' | 'hash'>,
    make: () => Promise<CanonicalizeResult>,
  ): Promise<CanonicalizeResult>
}
