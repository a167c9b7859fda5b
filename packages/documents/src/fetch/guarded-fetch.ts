import { platformFetch } from '#platform'
import { describeUrl } from '../json/describe-url.js'
import { parseUrl } from '../json/parse-url.js'
import { RefusedAddress, RefusedAnswer } from '../platform/fetch-errors.js'
import { problem } from '../problems.js'
import { freshForMs, shorterMs } from './freshness.js'
import type { GuardedFetchOptions, GuardedFetchResult } from './interface.js'
import { refusalOf } from './refused-url.js'
import { untilAborted } from './until-aborted.js'

/**
 * Fetches a document that a stranger named, or returns the problem that kept it away; never throws for what the other
 * side does.
 *
 * https only; no credentials in URLs, no literal or internal addresses; every redirect is checked like the first
 * address; time and size are bounded, the latter after decompression. On Node the connection goes to the very address
 * that was checked, so a name that changes its mind in between (DNS rebinding) gains nothing. In browsers the platform's
 * own rules (CORS, mixed content) stand in for the address check. Does not check what the document says.
 *
 * @example
 * ```ts
 * import { guardedFetch } from '@testamur/documents/fetch'
 *
 * const result = await guardedFetch('https://registrar.example.edu/.well-known/did.json', {
 *   fetch: async () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
 * })
 * console.log(result.ok && result.mediaType) // application/json
 * ```
 */
export async function guardedFetch(url: string, options: GuardedFetchOptions = {}): Promise<GuardedFetchResult> {
  const { timeoutMs = 10_000, maxRedirects = 3, maxBytes = 1024 * 1024, allowPrivateNetworks = false } = options
  if (options.signal?.aborted) return failed(cancelled)
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout])
  const fetch = options.fetch ?? platformFetch({ allowPrivateNetworks })

  let current = url
  let lifetimeMs: number | undefined
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const refusal = refusalOf(current, options)
    if (refusal !== undefined) return refused(`${describeUrl(current)}: ${refusal}`)
    try {
      current = new URL(current).href
      const response = await untilAborted(fetch(current, request(options, signal)), signal)
      if (response.redirected) return refused(`${describeUrl(current)}: it redirects to where nobody looked.`)
      lifetimeMs = shorterMs(lifetimeMs, freshForMs(response.headers))
      if (response.status !== 200) discard(response)
      if (redirectStatuses.has(response.status)) {
        const location = response.headers.get('location')
        if (location === null) return failed(`${describeUrl(current)} redirects to nowhere.`)
        const target = parseUrl(location, current)
        if (target === undefined) return failed(`${describeUrl(current)} redirects to an address that is not a URL.`)
        current = target.href
        continue
      }
      if (response.status !== 200) return failed(`${describeUrl(current)} answered with status ${response.status}.`)
      const bytes = await untilAborted(readBody(response, maxBytes, signal), signal)
      if (bytes === undefined) return tooLarge(`${describeUrl(current)} is larger than ${maxBytes} bytes.`)
      const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      return { ok: true, bytes, mediaType, url: current, freshForMs: lifetimeMs }
    } catch (error) {
      if (error instanceof RefusedAddress) return refused(`${describeUrl(current)}: ${error.message}`)
      if (error instanceof RefusedAnswer) return failed(`${describeUrl(current)} ${error.message}`)
      if (options.signal?.aborted) return failed(cancelled)
      if (timeout.aborted) return failed(`${describeUrl(current)} did not answer within ${timeoutMs} ms.`)
      return failed(`${describeUrl(current)} could not be reached.`)
    }
  }
  return failed(`${describeUrl(url)} redirects more than ${maxRedirects} times.`)
}

const cancelled = 'The call was cancelled.'
const redirectStatuses = new Set([301, 302, 303, 307, 308])

function request(options: GuardedFetchOptions, signal: AbortSignal): RequestInit {
  return {
    headers: { accept: options.accept ?? 'application/json', 'accept-encoding': 'identity' },
    signal,
    // Browsers hide where a redirect leads; status 0 is then reported as a failure, never followed unseen.
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }
}

/** The whole body, or `undefined` when it is longer than the limit; the rest is then not read. */
async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.length
    if (length > maxBytes || signal.aborted) {
      reader?.cancel().catch(() => {})
      return undefined
    }
    chunks.push(next.value)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

/** Gives up a body that nobody reads. */
const discard = (response: Response): void => void response.body?.cancel().catch(() => {})

const refused = (detail: string): GuardedFetchResult => ({ ok: false, problem: problem('fetch-refused', '', detail) })
const failed = (detail: string): GuardedFetchResult => ({ ok: false, problem: problem('fetch-failed', '', detail) })
const tooLarge = (detail: string): GuardedFetchResult => ({
  ok: false,
  problem: problem('fetch-too-large', '', detail),
})
