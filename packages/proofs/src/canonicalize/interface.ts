import type { ContextSource, JsonObject, Problem } from '@testamur/documents'

/** What canonicalising a document needs. */
export interface CanonicalizeOptions {
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /** Ends the work early; what the signal was aborted with is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** Canonical N-Quads, or why there are none. */
export type CanonicalizeResult =
  | { readonly ok: true; readonly nquads: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Turns a JSON-LD document into canonical N-Quads (RDFC-1.0). Never throws for a document. */
export type Canonicalizer = (document: JsonObject, options: CanonicalizeOptions) => Promise<CanonicalizeResult>

/** Canonical forms, kept by the identity of document and context source; see {@link canonicalizationCache}. */
export interface CanonicalizationCache {
  /** Returns what `make` returned when it was first asked for this document under these contexts. */
  getOrMake(
    document: object,
    contexts: ContextSource,
    make: () => Promise<CanonicalizeResult>,
  ): Promise<CanonicalizeResult>
}
