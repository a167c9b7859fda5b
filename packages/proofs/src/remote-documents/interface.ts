import type { JsonObject, Problem } from '@testamur/documents'
import type { GuardedFetchResult } from '@testamur/documents/fetch'

/** Where the documents that verification needs come from: the caller's own, a cache, the network. */
export interface RemoteDocuments {
  readonly fetchJson: FetchJson
  readonly fetchDocument: FetchDocument
}

/** Fetches a JSON document by https URL, guarded and bounded; the caller decides where from. */
export type FetchJson = (url: string) => Promise<FetchJsonResult>
/** The document, or the problem that kept it away. */
export type FetchJsonResult =
  | {
      readonly ok: true
      readonly document: JsonObject
      /** Where the document came from after redirects; absent when there were none. */
      readonly url?: string | undefined
    }
  | { readonly ok: false; readonly problem: Problem }

/** Fetches a document of any kind by https URL, for instance a status list that may be JSON or a token. */
export type FetchDocument = (url: string, options?: FetchDocumentOptions) => Promise<FetchDocumentResult>
/** What is asked for; all optional. */
export interface FetchDocumentOptions {
  /** Media types to ask for. Default `application/json`. */
  readonly accept?: string | undefined
  /** Largest document in bytes; those that the caller supplied may be larger. Default 1 MiB. */
  readonly maxBytes?: number | undefined
}
/** The document, or the problem that kept it away. */
export type FetchDocumentResult =
  | {
      readonly ok: true
      /** The bytes that were fetched or supplied; parsed JSON as the caller supplied it. Not to be changed. */
      readonly content: Uint8Array | object
      /** Media type without parameters, lower case; `''` when nobody named one, as for what the caller supplied. */
      readonly mediaType: string
      /** Where the document came from, after redirects. */
      readonly url: string
      /** See {@link KeptFetchResult}. */
      readonly keptAs?: object | undefined
    }
  | { readonly ok: false; readonly problem: Problem }

/** One document as it is asked for. */
export interface RemoteDocumentRequest {
  readonly url: string
  readonly accept: string
  readonly maxBytes: number
}

/** What was fetched, now or before. */
export type KeptFetchResult = GuardedFetchResult & {
  /**
   * Stands for the document that is kept: the same object every time, and as long as it is. What was found out about the
   * document can be held by it in a `WeakMap`. Absent: nothing is known of other times.
   */
  readonly keptAs?: object | undefined
}

/** Keeps fetched documents for several verifications; see {@link remoteDocumentCache}. */
export interface RemoteDocumentCache {
  /** Returns a kept document, at once, or `undefined`. Asked first, if it is there: a fetch takes preparation. */
  readonly kept?: ((request: RemoteDocumentRequest) => KeptFetchResult | undefined) | undefined
  /**
   * Returns a kept document, or fetches it. `fetch` heeds its signal, which may be another than the one given here: those
   * who ask for the same document share one fetch, and it only ends early when none of them waits any more.
   */
  getOrFetch(
    request: RemoteDocumentRequest,
    fetch: (signal: AbortSignal) => Promise<GuardedFetchResult>,
    signal: AbortSignal,
  ): Promise<KeptFetchResult>
  /** Forgets all documents. */
  clear(): void
}
