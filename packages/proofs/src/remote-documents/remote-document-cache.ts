import type { GuardedFetchResult } from '@testamur/documents/fetch'
import { parseUrl } from '@testamur/documents/json'
import type { KeptFetchResult, RemoteDocumentCache, RemoteDocumentRequest } from './interface.js'

/** What {@link remoteDocumentCache} works with; all optional. */
export interface RemoteDocumentCacheOptions {
  /** Most documents. Default 256. */
  readonly maxEntries?: number | undefined
  /** Most bytes of all documents together. Default 64 MiB. */
  readonly maxBytes?: number | undefined
  /** Longest time that a document is kept, in milliseconds. Default 300,000: five minutes. */
  readonly maxAgeMs?: number | undefined
  /** The clock. Default: the system's. */
  readonly now?: (() => Date) | undefined
}

type Fetched = KeptFetchResult & { readonly ok: true }

interface Entry {
  readonly fetched: Fetched
  readonly keptAtMs: number
  readonly lifetimeMs: number
}

/** A fetch that is under way, and how many wait for it. */
interface Flight {
  readonly result: Promise<KeptFetchResult>
  readonly controller: AbortController
  waiting: number
}

/**
 * Returns a cache for documents that verifications fetch: DID documents, issuer profiles, key sets, status lists. Pass it
 * to several verifications that fetch alike; what one of them fetched by its own `fetch` serves the others.
 *
 * A document is kept for as long as its server allows (RFC 9111: Cache-Control, Expires, Age), and never longer than
 * `maxAgeMs`: that is how late a new key, a revoked key or a revoked credential may be noticed. Failures are not kept.
 * When there is no room, what was not asked for the longest goes first. Requests at the same time for the same document
 * share one fetch.
 *
 * @example
 * ```ts
 * import { fetchJsonFrom, remoteDocumentCache } from '@testamur/proofs/dids'
 *
 * const cache = remoteDocumentCache({ maxAgeMs: 60_000 })
 * const fetch = async () => Response.json({ id: 'https://uni.example/issuer' })
 * await fetchJsonFrom({ cache, fetch })('https://uni.example/issuer')
 * await fetchJsonFrom({ cache, fetch })('https://uni.example/issuer') // not fetched again
 * ```
 */
export function remoteDocumentCache(options: RemoteDocumentCacheOptions = {}): RemoteDocumentCache {
  const { maxEntries = 256, maxBytes = 64 * 1024 * 1024, maxAgeMs = 300_000, now = () => new Date() } = options
  const entries = new Map<string, Entry>()
  const flights = new Map<string, Flight>()
  let bytes = 0

  const forget = (key: string): void => {
    bytes -= entries.get(key)?.fetched.bytes.length ?? 0
    entries.delete(key)
  }
  const keep = (key: string, entry: Entry): void => {
    forget(key)
    entries.set(key, entry)
    bytes += entry.fetched.bytes.length
    // A Map iterates in insertion order, and what is asked for moves to its end.
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries && bytes <= maxBytes) break
      forget(oldest)
    }
  }
  const kept = ({ url, accept, maxBytes }: RemoteDocumentRequest): KeptFetchResult | undefined => {
    const key = keyOf(url, accept)
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    const ageMs = now().getTime() - entry.keptAtMs
    forget(key)
    // A clock that was set back tells no age.
    if (ageMs < 0 || ageMs >= entry.lifetimeMs) return undefined
    keep(key, entry)
    return entry.fetched.bytes.length <= maxBytes ? copyOf(entry.fetched) : undefined
  }

  const depart = (
    { url, accept }: RemoteDocumentRequest,
    fetch: (signal: AbortSignal) => Promise<GuardedFetchResult>,
  ) => {
    const controller = new AbortController()
    const keptAtMs = now().getTime()
    const result = fetch(controller.signal).then((answer) => {
      const fetched = answer.ok ? { ...answer, keptAs: {} } : answer
      const lifetimeMs = fetched.ok ? Math.min(maxAgeMs, fetched.freshForMs ?? maxAgeMs) : 0
      if (!fetched.ok || lifetimeMs <= 0 || fetched.bytes.length > maxBytes) return fetched
      for (const key of new Set([keyOf(fetched.url, accept), keyOf(url, accept)])) {
        keep(key, { fetched, keptAtMs, lifetimeMs })
      }
      return fetched
    })
    return { result, controller, waiting: 0 }
  }

  return {
    kept,
    async getOrFetch(request, fetch, signal) {
      if (signal.aborted) return fetch(signal)
      const found = kept(request)
      if (found !== undefined) return found

      const flightKey = `${request.maxBytes} ${keyOf(request.url, request.accept)}`
      const flight = flights.get(flightKey) ?? depart(request, fetch)
      flights.set(flightKey, flight)
      flight.waiting += 1
      try {
        return copyOf(await unlessAborted(flight.result, fetch, signal))
      } finally {
        flight.waiting -= 1
        if (flight.waiting === 0) {
          flight.controller.abort()
          if (flights.get(flightKey) === flight) flights.delete(flightKey)
        }
      }
    },
    clear() {
      entries.clear()
      bytes = 0
    },
  }
}

/** The fragment is not sent; the media types asked for may decide what comes back. */
function keyOf(url: string, accept: string): string {
  const parsed = parseUrl(url)
  if (parsed !== undefined) parsed.hash = ''
  return `${accept} ${parsed?.href ?? url}`
}

/** What was kept stays as it was, whatever its readers do with theirs. */
const copyOf = (fetched: KeptFetchResult): KeptFetchResult =>
  fetched.ok ? { ...fetched, bytes: new Uint8Array(fetched.bytes) } : fetched

/** The result, or what a fetch says that is cancelled. */
async function unlessAborted(
  result: Promise<KeptFetchResult>,
  fetch: (signal: AbortSignal) => Promise<GuardedFetchResult>,
  signal: AbortSignal,
): Promise<KeptFetchResult> {
  let abort: (() => void) | undefined
  const aborted = new Promise<GuardedFetchResult>((resolve) => {
    abort = () => resolve(fetch(signal))
    signal.addEventListener('abort', abort, { once: true })
  })
  try {
    return await Promise.race([result, aborted])
  } finally {
    if (abort !== undefined) signal.removeEventListener('abort', abort)
  }
}
