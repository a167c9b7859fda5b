import { excerpt } from '@testamur/documents/json'
import type { FetchJson } from '../remote-documents/interface.js'
import { parseDid } from './did.js'
import { didJwkResolver } from './did-jwk.js'
import { didKeyResolver } from './did-key.js'
import { didWebResolver } from './did-web.js'
import type { DidResolver } from './interface.js'
import { unresolved } from './unresolved.js'

/** What {@link didResolver} works with. */
export interface DidResolverOptions {
  /** Fetches the documents of did:web; see {@link fetchJsonFrom}. */
  readonly fetchJson: FetchJson
  /** Resolves the methods that Testamur does not know; a `Resolver` of the `did-resolver` package fits. */
  readonly fallback?: DidResolver | undefined
}

/**
 * Returns the resolver of did:jwk, did:key and did:web, and of whatever `fallback` knows. It never throws for a DID; what a
 * `fallback` throws passes through.
 *
 * @example
 * ```ts
 * import { didResolver, fetchJsonFrom } from '@testamur/proofs/dids'
 *
 * const resolver = didResolver({ fetchJson: fetchJsonFrom({ offline: true }) })
 * const { didDocument } = await resolver.resolve('did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
 * console.log(didDocument)
 * ```
 */
export function didResolver(options: DidResolverOptions): DidResolver {
  const web = didWebResolver(options)
  const resolve: MarkedResolve = async (did) => {
    const method = parseDid(did)?.method
    if (method === undefined)
      return unresolved('invalidDid', 'verification-method-invalid', 'This is no well-formed DID.')
    const responsible = method === 'web' ? web : (keyMethods.get(method) ?? options.fallback)
    if (responsible !== undefined) return responsible.resolve(did)
    return unresolved('methodNotSupported', 'key-unobtainable', `The DID method ${excerpt(method)} is not supported.`)
  }
  resolve[isOwn] = resolve
  return { resolve }
}

/** The methods whose DIDs are their keys. */
const keyMethods: ReadonlyMap<string, DidResolver> = new Map([
  ['jwk', didJwkResolver],
  ['key', didKeyResolver],
])

/**
 * Marks the functions of our own resolvers, each with itself: what wraps one may take over its members. A set of them would
 * have to be searched at every collection of garbage.
 */
const isOwn = Symbol('resolver of @testamur/proofs')
type MarkedResolve = DidResolver['resolve'] & { [isOwn]?: DidResolver['resolve'] }

/** True for what {@link didResolver} returned, of which it is known what it makes of a did:key. */
export const resolvesDidKeys = ({ resolve }: DidResolver): boolean =>
  typeof resolve === 'function' && (resolve as MarkedResolve)[isOwn] === resolve
