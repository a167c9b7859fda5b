import type { ContextSource } from '@testamur/documents'
import type { DidResolver, FetchJson } from '@testamur/proofs/dids'

/** Bounds that one call of {@link verify} keeps. */
export interface VerifyLimits {
  /** Largest document in bytes. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Deepest nesting of arrays and objects. Default, and at most, 128. */
  readonly maxDepth?: number | undefined
  /** Most credentials and endorsements inside a document, at all depths together. Default 10,000. */
  readonly maxInnerCredentials?: number | undefined
  /** How deep credentials may stand inside one another. Default 4. */
  readonly maxInnerDepth?: number | undefined
  /** Most proofs on one credential. Default 8. */
  readonly maxProofs?: number | undefined
  /** Most documents that one call fetches. Default 64. */
  readonly maxRemoteDocuments?: number | undefined
  /** Most documents that one call fetches from one host. Default 16. */
  readonly maxRemoteDocumentsPerHost?: number | undefined
  /** Longest time that all fetching of one call takes together, in milliseconds. Default 30,000. */
  readonly maxFetchTimeMs?: number | undefined
}

/** Options of {@link verify}; safe by default. */
export interface VerifyOptions {
  /**
   * Documents by URL, read instead of the network: DID documents, issuer profiles, key sets, contexts that are not
   * bundled.
   */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** Never use the network; what is not in `documents` cannot be obtained. Default false. */
  readonly offline?: boolean | undefined
  /** Resolves DID methods that Testamur does not know, or resolves them another way. */
  readonly resolver?: DidResolver | undefined
  /** Replaces the transport of guarded fetching. Default: the platform's, connected to the address that was checked. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** The time to judge validity at. Default: the time of the call. */
  readonly now?: Date | (() => Date) | undefined
  /** Ends fetching early; what was not fetched is then undetermined. */
  readonly signal?: AbortSignal | undefined
  /** Bounds against hostile documents. */
  readonly limits?: VerifyLimits | undefined
  /** Count a key that only the credential itself says is the issuer's, with a warning. Default false: rejected. */
  readonly acceptSelfAssertedKeys?: boolean | undefined
  /** Accept inline contexts that rename or redefine known terms. Default false: rejected. */
  readonly allowInlineContexts?: boolean | undefined
  /** What a schema violation does: `reject` (default), or `warn`. */
  readonly schema?: 'reject' | 'warn' | undefined
}

/** What one call of verify works with, at every depth. */
export interface Verification {
  readonly options: VerifyOptions
  readonly limits: { readonly [K in keyof VerifyLimits]-?: number }
  readonly now: Date
  readonly contexts: ContextSource
  readonly resolver: DidResolver
  readonly fetchJson: FetchJson
  /** How many inner credentials may still be looked at. */
  readonly budget: { innerCredentials: number }
}
