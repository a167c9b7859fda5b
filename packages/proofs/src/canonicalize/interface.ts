import type { ContextSource, JsonObject, JsonValue, Problem } from '@testamur/documents'

/** A hash function by its name in FIPS 180-4. */
export type HashAlgorithm = 'SHA-256' | 'SHA-384'

/** Which engine canonicalises, and what happens to documents that the fast one declines. */
export interface EngineOptions {
  /**
   * `fast`: the fast path; `reference`: jsonld.js and rdf-canonize; `both`: the fast path, compared with the reference.
   * Default `fast`.
   */
  readonly engine?: 'fast' | 'reference' | 'both' | undefined
  /** What becomes of documents that the fast path declines: the reference reads them, or nobody. Default `reference`. */
  readonly fallback?: 'reference' | 'reject' | undefined
  /** The share of documents that the engine `both` compares, from 0 to 1. Default 1. */
  readonly crossCheckRate?: number | undefined
}

/** How much the reference may be asked to do for a document that the fast path declined. */
export interface FallbackLimits {
  /** Characters of its JSON text. Default 1,000,000. One node with more than 100 types is always too much. */
  readonly maxCharacters?: number | undefined
  /** Time, in milliseconds; looked at between the steps of the work, of which the longest cannot be interrupted. Default 20,000. */
  readonly timeoutMs?: number | undefined
}

/** What canonicalising a document needs. */
export interface CanonicalizeOptions extends EngineOptions {
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /** Hash function inside RDFC-1.0, by which objects without ids are put in order. Default SHA-256. */
  readonly hash?: HashAlgorithm | undefined
  /** What counts as the `@context` of the document, as for proof configurations. Default: its own. */
  readonly context?: JsonValue | undefined
  /** A member of the document that is left out, such as `proofValue`. Default: none. */
  readonly omit?: string | undefined
  /** Default: 1,000,000 characters, 20 seconds. */
  readonly fallbackLimits?: FallbackLimits | undefined
  /** Numbers from 0 up to 1, by which documents are chosen for comparison. Default `Math.random`. */
  readonly random?: (() => number) | undefined
  /** Ends the work early; what the signal was aborted with is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** Canonical N-Quads, or why there are none. */
export type CanonicalizeResult =
  | {
      readonly ok: true
      readonly nquads: string
      /** The same, cut between subjects, when it is long: pieces are hashed faster. Not from every engine. */
      readonly pieces?: readonly string[] | undefined
      /** True when the engine has made sure that no line stands twice: the reference says some statements again. */
      readonly isSet?: boolean | undefined
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Turns a JSON-LD document into canonical N-Quads (RDFC-1.0). Never throws for a document. */
export type Canonicalizer = (document: JsonObject, options: CanonicalizeOptions) => Promise<CanonicalizeResult>

/**
 * Canonical forms, kept by the identity of document and context source, by hash function, engine and fallback; see
 * {@link canonicalizationCache}.
 */
export interface CanonicalizationCache {
  /** Returns what `make` returned when it was first asked for this document with these options. */
  getOrMake(
    document: object,
    options: Pick<CanonicalizeOptions, 'contexts' | 'hash' | 'engine' | 'fallback'>,
    make: () => Promise<CanonicalizeResult>,
  ): Promise<CanonicalizeResult>
}
