import { transport as platformTransport } from '#platform'
import { fetchTransport } from '../platform/fetch-transport.js'
import type { Transport } from '../platform/interface.js'
import { RefusedAddress } from '../platform/refused-address.js'
import { problem } from '../problems.js'
import type { GuardedFetchOptions, GuardedFetchResult } from './interface.js'

/**
 * Fetches a document that a stranger named, or returns the problem that kept it away; never throws for what the other
 * side does.
 *
 * https only; no credentials in URLs, no literal or internal addresses; every redirect is checked like the first
 * address; time and size are bounded. On Node the connection goes to the very address that was checked, so a name that
 * changes its mind in between (DNS rebinding) gains nothing. In browsers the platform's own rules (CORS, mixed content)
 * stand in for the address check. Does not check what the document says.
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
  const { timeoutMs = 10_000, maxRedirects = 3, maxBytes = 1024 * 1024 } = options
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout])
  const transport = options.fetch === undefined ? platformTransport : fetchTransport(options.fetch)

  let current = url
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const target = checkedUrl(current, options)
    if (typeof target === 'string') return refused(`${describe(current)}: ${target}`)
    try {
      const response = await request(transport, target, options, signal)
      if (response.status !== 200) response.discard()
      if (response.status >= 300 && response.status < 400) {
        const location = response.header('location')
        if (location === undefined) return failed(`${describe(current)} redirects to nowhere.`)
        if (!URL.canParse(location, target))
          return failed(`${describe(current)} redirects to an address that is not a URL.`)
        current = new URL(location, target).href
        continue
      }
      if (response.status !== 200) return failed(`${describe(current)} answered with status ${response.status}.`)
      const bytes = await readBody(response.body, maxBytes)
      if (bytes === undefined) {
        return {
          ok: false,
          problem: problem('fetch-too-large', '', `${describe(current)} is larger than ${maxBytes} bytes.`),
        }
      }
      const mediaType = (response.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      return { ok: true, bytes, mediaType, url: target.href }
    } catch (error) {
      if (error instanceof RefusedAddress) return refused(`${describe(current)}: ${error.message}`)
      if (timeout.aborted) return failed(`${describe(current)} did not answer within ${timeoutMs} ms.`)
      return failed(options.signal?.aborted ? 'The call was cancelled.' : `${describe(current)} could not be reached.`)
    }
  }
  return failed(`${describe(url)} redirects more than ${maxRedirects} times.`)
}

function request(
  transport: Transport,
  url: URL,
  options: GuardedFetchOptions,
  signal: AbortSignal,
): ReturnType<Transport> {
  return transport(url, {
    headers: { accept: options.accept ?? 'application/json', 'accept-encoding': 'identity' },
    signal,
    allowPrivateNetworks: options.allowPrivateNetworks ?? false,
    lookup: options.lookup,
  })
}

/** Names that never lead to a public server: RFC 6761, RFC 6762, RFC 8375, and ICANN's `.internal`. */
const internalName = /(^|\.)(localhost|local|internal|home\.arpa|lan|intranet)\.?$/
const literalAddress = /^(\[.*\]|\d+(\.\d+){0,3})$/

/** The URL, or why it may not be fetched. */
function checkedUrl(text: string, options: GuardedFetchOptions): URL | string {
  if (!URL.canParse(text)) return 'it is not a URL.'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && options.allowHttp)) return 'only https is fetched.'
  if (url.username !== '' || url.password !== '') return 'a URL with credentials is not fetched.'
  if (options.allowPrivateNetworks) return url
  if (literalAddress.test(url.hostname)) return 'literal addresses are not fetched.'
  if (internalName.test(url.hostname) || !url.hostname.includes('.'))
    return 'names of internal networks are not fetched.'
  return url
}

/** The whole body, or `undefined` when it is longer than the limit; the rest is then not read. */
async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxBytes) return undefined
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

/** A URL as messages show it: without credentials, query and fragment, which may hold secrets. */
function describe(url: string): string {
  if (!URL.canParse(url)) return 'The address'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

const refused = (detail: string): GuardedFetchResult => ({ ok: false, problem: problem('fetch-refused', '', detail) })
const failed = (detail: string): GuardedFetchResult => ({ ok: false, problem: problem('fetch-failed', '', detail) })
