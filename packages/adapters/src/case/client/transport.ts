import { describeUrl, parseUrl } from '@testamur/documents/json'
import { boundedBody } from './bounded-body.js'
import { CaseServiceError } from './case-service-error.js'
import type { CaseClientOptions } from './interface.js'

/** An answer, with its body read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** Bounds of one attempt. */
export type TransportOptions = Pick<CaseClientOptions, 'fetch' | 'timeoutMs' | 'maxBytes' | 'allowHttp'> & {
  readonly signals: readonly AbortSignal[]
}

const maxRedirects = 3
const redirectStatuses = new Set([301, 302, 303, 307, 308])
const mib = 1024 * 1024

/**
 * Makes one request and returns the answer, whatever its status. https only; redirects are followed within the origin, so
 * that no token gets to another one; time and size are bounded.
 *
 * @throws {@link CaseServiceError} `ERR_CASE_REFUSED`, `ERR_CASE_UNREACHABLE`, `ERR_CASE_TOO_LARGE`; the reason of a signal
 */
export async function request(url: URL, init: RequestInit, options: TransportOptions): Promise<Answer> {
  const { timeoutMs = 30_000, maxBytes = 256 * mib, signals } = options
  requireHttps(url, options)
  for (const signal of signals) signal.throwIfAborted()
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), timeoutMs)
  const signal = AbortSignal.any([...signals, timeout.signal])
  try {
    const response = await untilAborted(follow(url, { ...init, signal }, options), signal)
    const bytes = await untilAborted(boundedBody(response, maxBytes), signal)
    if (bytes === undefined) {
      throw new CaseServiceError('ERR_CASE_TOO_LARGE', `${describeUrl(url.href)} is larger than ${maxBytes} bytes`)
    }
    return { status: response.status, headers: response.headers, bytes }
  } catch (cause) {
    for (const each of signals) each.throwIfAborted()
    if (cause instanceof CaseServiceError) throw cause
    const what = timeout.signal.aborted ? `did not answer within ${timeoutMs} ms` : 'could not be reached'
    throw new CaseServiceError('ERR_CASE_UNREACHABLE', `${describeUrl(url.href)} ${what}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}

async function follow(start: URL, init: RequestInit, options: TransportOptions): Promise<Response> {
  const fetch = options.fetch ?? globalThis.fetch
  let url = start
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await fetch(url.href, {
      ...init,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    if (response.redirected) throw refused(url, 'was redirected to where nobody looked')
    if (!redirectStatuses.has(response.status) && response.type !== 'opaqueredirect') return response
    response.body?.cancel().catch(() => {})
    const location = response.headers.get('location') ?? ''
    const target = location === '' ? undefined : parseUrl(location, url)
    if (target === undefined) throw refused(url, 'redirects to nowhere')
    if (target.origin !== url.origin) throw refused(url, `redirects to another origin, ${describeUrl(target.origin)}`)
    // RFC 9110 §15.4: a request with content is not repeated elsewhere.
    if (init.method === 'POST') throw refused(url, 'redirects a request for a token')
    url = target
  }
  throw refused(start, `redirects more than ${maxRedirects} times`)
}

function requireHttps(url: URL, { allowHttp = false }: TransportOptions): void {
  if (url.protocol === 'https:' || (allowHttp && url.protocol === 'http:')) return
  throw new CaseServiceError('ERR_CASE_REFUSED', `${describeUrl(url.href)} is not https`, {
    advice: 'Use https; allowHttp permits plain http',
  })
}

const refused = (url: URL, what: string): CaseServiceError =>
  new CaseServiceError('ERR_CASE_REFUSED', `${describeUrl(url.href)} ${what}`, {
    advice: 'Make the address where the service now is the base URL, if you trust it',
  })

/** Settles like a promise, or rejects as soon as a signal is aborted: not every `fetch` heeds its signal. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
