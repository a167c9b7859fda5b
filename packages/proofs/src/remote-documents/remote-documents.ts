import type { JsonObject, Problem } from '@testamur/documents'
import { type GuardedFetchResult, guardedFetch } from '@testamur/documents/fetch'
import { describeUrl, parseJson } from '@testamur/documents/json'
import { type ProofsProblemCode, problem } from '../problems.js'
import { type FetchBudgetLimits, fetchBudget } from './fetch-budget.js'
import type {
  FetchDocumentResult,
  FetchJson,
  FetchJsonResult,
  KeptFetchResult,
  RemoteDocumentCache,
  RemoteDocumentRequest,
  RemoteDocuments,
} from './interface.js'

/** What {@link remoteDocumentsFrom} works with; all optional. */
export interface RemoteDocumentsOptions {
  /** Documents by URL, as bytes or as parsed JSON, taken instead of the network. */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** Never use the network, nor the cache. Default false. */
  readonly offline?: boolean | undefined
  /** Replaces the transport of the guarded fetch; what it refuses stays refused. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Keeps what is fetched for later verifications; see {@link remoteDocumentCache}. Default: nothing is kept. */
  readonly cache?: RemoteDocumentCache | undefined
  /** Ends fetching early. */
  readonly signal?: AbortSignal | undefined
  readonly limits?: FetchBudgetLimits | undefined
}

/**
 * Returns functions that get documents: first from the caller's own, then from the cache, then by guarded fetch, each
 * once. Make them once per verification: together they count what they get from others, for how long, and keep all of it
 * for as long as they live. What comes from the cache counts like what is fetched, so that a verdict does not depend on
 * what happens to be in it.
 *
 * Problem codes: those of `guardedFetch`, and `remote-document-unavailable` (offline), `remote-document-malformed` (only
 * of `fetchJson`: no JSON object), `remote-document-limit`.
 *
 * @example
 * ```ts
 * import { remoteDocumentsFrom } from '@testamur/proofs/dids'
 *
 * const documents = { 'https://uni.example/status/3': new TextEncoder().encode('eyJ…') }
 * const { fetchDocument } = remoteDocumentsFrom({ documents, offline: true })
 * const fetched = await fetchDocument('https://uni.example/status/3', { accept: 'application/vc+jwt' })
 * console.log(fetched.ok && fetched.content) // the bytes
 * ```
 */
export function remoteDocumentsFrom(options: RemoteDocumentsOptions = {}): RemoteDocuments {
  const budget = fetchBudget(options.limits)
  const get = async (request: RemoteDocumentRequest): Promise<FetchDocumentResult> => {
    const { documents = {}, offline = false } = options
    const { url } = request
    const supplied = Object.hasOwn(documents, url) ? documents[url] : undefined
    if (supplied !== undefined) return { ok: true, content: supplied, mediaType: '', url }
    if (offline) {
      return failure(
        'remote-document-unavailable',
        `${describeUrl(url)} is not among the documents, and the network is not used.`,
      )
    }
    const granted = budget.grant(url)
    if (!granted.ok) return failure('remote-document-limit', granted.reason)
    const fetched = await obtain(request, granted.deadline, options)
    if (fetched.ok) {
      const { bytes, mediaType, keptAs } = fetched
      return { ok: true, content: bytes, mediaType, url: fetched.url, keptAs }
    }
    const lateReason = options.signal?.aborted ? undefined : granted.lateReason()
    return lateReason === undefined ? fetched : failure('remote-document-limit', lateReason)
  }
  const getOnce = once(get, ({ url, accept, maxBytes }) => `${maxBytes} ${accept} ${url}`)
  const getJsonOnce = once(
    async (url: string) => jsonResult(url, await getOnce({ url, accept: acceptedJson, maxBytes: defaultMaxBytes })),
    (url) => url,
  )
  return {
    fetchJson: getJsonOnce,
    fetchDocument: (url, { accept = 'application/json', maxBytes = defaultMaxBytes } = {}) =>
      getOnce({ url, accept, maxBytes }),
  }
}

/**
 * Returns a function that gets JSON objects: the `fetchJson` of {@link remoteDocumentsFrom}, for those who need no
 * other documents.
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
export function fetchJsonFrom(options: RemoteDocumentsOptions = {}): FetchJson {
  return remoteDocumentsFrom(options).fetchJson
}

const defaultMaxBytes = 1024 * 1024

const acceptedJson =
  'application/did+ld+json, application/did+json, application/jwk-set+json, application/ld+json, application/json'

async function obtain(
  request: RemoteDocumentRequest,
  deadline: () => AbortSignal,
  { fetch, cache, ...options }: RemoteDocumentsOptions,
): Promise<KeptFetchResult> {
  const kept = options.signal?.aborted ? undefined : cache?.kept?.(request)
  if (kept?.ok) return kept
  const signal = options.signal === undefined ? deadline() : AbortSignal.any([options.signal, deadline()])
  const { url, accept, maxBytes } = request
  const get = (signal: AbortSignal): Promise<GuardedFetchResult> =>
    guardedFetch(url, { fetch, signal, accept, maxBytes })
  return cache === undefined ? get(signal) : cache.getOrFetch(request, get, signal)
}

function jsonResult(url: string, fetched: FetchDocumentResult): FetchJsonResult {
  if (!fetched.ok) return fetched
  const { content } = fetched
  const parsed = content instanceof Uint8Array ? parseJson(content) : ({ ok: true, value: content } as const)
  if (!parsed.ok) return failure('remote-document-malformed', `${describeUrl(url)}: ${parsed.problem.detail}`)
  if (typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)) {
    return { ok: true, document: parsed.value as JsonObject, url: fetched.url }
  }
  return failure('remote-document-malformed', `${describeUrl(url)} is not a JSON object.`)
}

/** Asks `get` at most once for each key, and gives every later caller the same answer. */
function once<Key, Result>(get: (key: Key) => Promise<Result>, nameOf: (key: Key) => string) {
  const results = new Map<string, Promise<Result>>()
  return (key: Key): Promise<Result> => {
    const name = nameOf(key)
    const result = results.get(name) ?? get(key)
    results.set(name, result)
    return result
  }
}

function failure(code: ProofsProblemCode, detail: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem(code, '', detail) }
}
