import type { JsonObject, Problem } from '@testamur/documents'
import { guardedFetch } from '@testamur/documents/fetch'
import { parseJson } from '@testamur/documents/json'
import { type ProofsProblemCode, problem } from '../problems.js'
import type { FetchJson, FetchJsonResult } from './interface.js'

/** What {@link fetchJsonFrom} works with; all optional. */
export interface FetchJsonOptions {
  /** Documents by URL, as bytes of JSON or parsed, taken instead of the network. */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** Never use the network. Default false. */
  readonly offline?: boolean | undefined
  /** Replaces the transport of the guarded fetch; what it refuses stays refused. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Ends fetching early. */
  readonly signal?: AbortSignal | undefined
  readonly limits?: FetchJsonLimits | undefined
}

/** Bounds on what one {@link FetchJson} fetches; the caller's own documents do not count. */
export interface FetchJsonLimits {
  /** Most documents. Default 64. */
  readonly maxRemoteDocuments?: number | undefined
  /** Most documents from one host. Default 16. */
  readonly maxRemoteDocumentsPerHost?: number | undefined
  /** Longest time for all fetching together, in milliseconds from the first fetch on. Default 30,000. */
  readonly maxFetchTimeMs?: number | undefined
}

/**
 * Returns a function that gets JSON objects: first from the caller's documents, then by guarded fetch, each URL once.
 * Make one per verification: it counts what it fetches, for how long, and keeps all of it for as long as it lives.
 *
 * Problem codes: those of `guardedFetch`, and `remote-document-unavailable` (offline), `remote-document-malformed`,
 * `remote-document-limit`.
 *
 * @example
 * ```ts
 * import { fetchJsonFrom } from '@testamur/proofs/dids'
 *
 * const documents = { 'https://uni.example/.well-known/did.json': { id: 'did:web:uni.example' } }
 * const fetchJson = fetchJsonFrom({ documents, offline: true })
 * console.log((await fetchJson('https://uni.example/.well-known/did.json')).ok) // true
 * ```
 */
export function fetchJsonFrom(options: FetchJsonOptions = {}): FetchJson {
  const { documents = {}, limits = {} } = options
  const { maxRemoteDocuments = 64, maxRemoteDocumentsPerHost = 16, maxFetchTimeMs = 30_000 } = limits
  const results = new Map<string, Promise<FetchJsonResult>>()
  const countByHost = new Map<string, number>()
  let count = 0
  let deadline: AbortSignal | undefined

  const get = async (url: string): Promise<FetchJsonResult> => {
    const supplied = Object.hasOwn(documents, url) ? documents[url] : undefined
    if (supplied !== undefined) return jsonObject(url, supplied, url)
    if (options.offline) {
      return failure('remote-document-unavailable', `${url} is not among the documents, and the network is not used.`)
    }
    const host = URL.canParse(url) ? new URL(url).host : ''
    const ofHost = countByHost.get(host) ?? 0
    if (count >= maxRemoteDocuments || ofHost >= maxRemoteDocumentsPerHost) {
      const most = count >= maxRemoteDocuments ? maxRemoteDocuments : `${maxRemoteDocumentsPerHost} per host`
      return failure('remote-document-limit', `${url} was not fetched: ${most} documents are the limit.`)
    }
    deadline ??= AbortSignal.timeout(Math.min(maxFetchTimeMs, longestTimerMs))
    const tooLong = `${url} was not fetched: ${maxFetchTimeMs} ms for all documents together are the limit.`
    if (deadline.aborted) return failure('remote-document-limit', tooLong)
    count += 1
    countByHost.set(host, ofHost + 1)
    const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline])
    const fetched = await guardedFetch(url, { fetch: options.fetch, signal, accept: acceptedTypes })
    if (fetched.ok) return jsonObject(url, fetched.bytes, fetched.url)
    if (deadline.aborted && !options.signal?.aborted) return failure('remote-document-limit', tooLong)
    return fetched
  }

  return (url) => {
    const result = results.get(url) ?? get(url)
    results.set(url, result)
    return result
  }
}

/** A timer for longer than this would go off at once. */
const longestTimerMs = 2 ** 31 - 1

const acceptedTypes =
  'application/did+ld+json, application/did+json, application/jwk-set+json, application/ld+json, application/json'

function jsonObject(url: string, document: Uint8Array | object, finalUrl: string): FetchJsonResult {
  const parsed = document instanceof Uint8Array ? parseJson(document) : ({ ok: true, value: document } as const)
  if (!parsed.ok) return failure('remote-document-malformed', `${url}: ${parsed.problem.detail}`)
  if (typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)) {
    return { ok: true, document: parsed.value as JsonObject, url: finalUrl }
  }
  return failure('remote-document-malformed', `${url} is not a JSON object.`)
}

function failure(code: ProofsProblemCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem(code, '', detail) }
}
