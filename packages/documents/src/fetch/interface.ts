import type { Problem } from '../problem.js'

/** Options of {@link guardedFetch}; safe by default. */
export interface GuardedFetchOptions {
  /**
   * Replaces the transport. Scheme, host, redirects, time and size are still guarded; which address a name leads to is
   * then up to it. Default: on Node that of `@testamur/documents/fetch/node`, which connects to the very address that it
   * checked; elsewhere the global `fetch`.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Media types to ask for. Default `application/json`. */
  readonly accept?: string | undefined
  /** Ends the call early. */
  readonly signal?: AbortSignal | undefined
  /** Longest time for the whole call, redirects included. Default 10,000. */
  readonly timeoutMs?: number | undefined
  /** Largest body in bytes. Default 1 MiB. */
  readonly maxBytes?: number | undefined
  /** Most redirects that are followed, each checked like the first address. Default 3. */
  readonly maxRedirects?: number | undefined
  /** Permits plain http. Default false. */
  readonly allowHttp?: boolean | undefined
  /** Permits loopback, private, link-local and literal addresses. Default false. */
  readonly allowPrivateNetworks?: boolean | undefined
}

/**
 * What was fetched, or why not: `fetch-refused` (an address we do not go to), `fetch-failed` (try again),
 * `fetch-too-large`.
 */
export type GuardedFetchResult =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      /** Media type without parameters, lower case; `''` when the server named none. */
      readonly mediaType: string
      /** Where the bytes came from, after redirects. */
      readonly url: string
      /**
       * For how many milliseconds the servers on the way let the answer be used again without asking (RFC 9111); 0 when
       * they forbid it, `undefined` when none of them says.
       */
      readonly freshForMs: number | undefined
    }
  | { readonly ok: false; readonly problem: Problem }
