import { describeUrl, parseUrl } from '@testamur/documents/json'
import type { FetchJson } from '../remote-documents/interface.js'
import { parseDid } from './did.js'
import { fetchSameOrigin } from './fetch-same-origin.js'
import type { DidResolver } from './interface.js'
import { unresolved } from './unresolved.js'

/** A host name of the DNS; did:web forbids IP addresses, and a number alone would be read as one. */
const hostName = /^(?=[^:]*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*$/i

/**
 * Returns where the document of a did:web lives (did:web method, "Read (Resolve)"), or `undefined` when the text is no
 * did:web. Refuses what could lead elsewhere than it looks: IP addresses, encoded slashes, dot segments, empty
 * segments.
 *
 * @example
 * ```ts
 * import { didWebUrl } from '@testamur/proofs/dids'
 *
 * console.log(didWebUrl('did:web:uni.example')) // https://uni.example/.well-known/did.json
 * console.log(didWebUrl('did:web:uni.example%3A8443:registrar')) // https://uni.example:8443/registrar/did.json
 * ```
 */
export function didWebUrl(did: string): string | undefined {
  const parsed = parseDid(did)
  if (parsed?.method !== 'web') return undefined
  const [authority = '', ...path] = parsed.methodSpecificId.split(':')
  const [host = '', port, ...rest] = authority.split(/%3a/i)
  if (!hostName.test(host) || rest.length > 0 || (port !== undefined && !/^[1-9]\d{0,4}$/.test(port))) return undefined
  if (path.some((segment) => segment === '' || /%(2f|5c|00)/i.test(segment))) return undefined
  const origin = `https://${host.toLowerCase()}${port === undefined ? '' : `:${port}`}`
  const pathname = `/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`
  // Whatever a URL parser would read in another way (dot segments, ports out of range) is not followed.
  const url = origin + pathname
  const read = parseUrl(url)
  return read?.pathname === pathname && read.hostname === host.toLowerCase() ? url : undefined
}

/**
 * Returns the resolver of did:web over a guarded fetch. A document whose `id` is not the DID is refused.
 *
 * @example
 * ```ts
 * import { didWebResolver } from '@testamur/proofs/dids'
 *
 * const resolver = didWebResolver({ fetchJson: async () => ({ ok: true, document: { id: 'did:web:uni.example' } }) })
 * const { didDocument } = await resolver.resolve('did:web:uni.example')
 * console.log(didDocument)
 * ```
 */
export function didWebResolver(options: { readonly fetchJson: FetchJson }): DidResolver {
  return {
    async resolve(did) {
      const url = didWebUrl(did)
      if (url === undefined) {
        return unresolved(
          'invalidDid',
          'verification-method-invalid',
          'This did:web cannot be followed: a host name and a path were expected.',
        )
      }
      const fetched = await fetchSameOrigin(url, options.fetchJson)
      if (!fetched.ok) {
        return unresolved('notFound', 'key-unobtainable', fetched.problem.detail)
      }
      if (fetched.document.id !== did) {
        return unresolved(
          'invalidDidDocument',
          'key-not-issuers',
          `${describeUrl(url)} is the document of another DID.`,
        )
      }
      return { didResolutionMetadata: {}, didDocument: fetched.document, didDocumentMetadata: {} }
    },
  }
}
