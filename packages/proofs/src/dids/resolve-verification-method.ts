import { parseUrl } from '@testamur/documents/json'
import { keyOfDidKey } from './did-key.js'
import { resolvesDidKeys } from './did-resolver.js'
import type { ResolvedVerificationMethod } from './interface.js'
import {
  type IssuerKeyOptions,
  keyOfIssuer,
  type NamedKeyOptions,
  originOf,
  type ResolveVerificationMethodOptions,
  refusedKey,
  withDefaults,
} from './issuer-key.js'
import { keyNames } from './key-names.js'
import { selfAssertedKey } from './self-asserted-key.js'

/**
 * Returns the key that a verification method names, and how the issuer vouches for it. Never throws for a document.
 *
 * - The issuer is a DID: its DID document must list the key for the relationship.
 * - The issuer is an https URL: its profile (the document at that URL), `/.well-known/jwks.json` of its origin, or a key
 *   document on its origin must list the key, with the issuer as `controller` (in a key set: as `iss`, if given). A key
 *   document counts only where the profile names the key by its URL, or is there to be read and has no keys of its own;
 *   it is a verification method or controlled document, or a JWK or JWK Set, which names no controller and so needs
 *   either to be named by the profile, or the issuer as its `iss`.
 * - Otherwise a key in the fragment of the issuer's own id, and a did:key or did:jwk under an issuer that is not a DID,
 *   are `self-asserted`: anybody could have made them. Whether to accept them is the caller's decision.
 * - Keys elsewhere are refused without being fetched, revoked and expired ones whatever the proof says about its time.
 *
 * Keys may be given as Multikey or JWK: Ed25519, P-256, P-384, RSA, and as Multikey those of BBS.
 *
 * Problem codes: `verification-method-invalid`, `key-not-issuers`, `key-unobtainable`, `key-revoked`, `key-expired`,
 * `key-not-yet-valid`, `key-malformed`, `key-unsupported`; pointers are empty, because the caller knows where the proof
 * stands.
 *
 * @example
 * ```ts
 * import { didResolver, fetchJsonFrom, resolveVerificationMethod } from '@testamur/proofs/dids'
 *
 * const fetchJson = fetchJsonFrom({ offline: true })
 * const issuer = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
 * const resolver = didResolver({ fetchJson })
 * const method = await resolveVerificationMethod(issuer, { issuer, resolver, fetchJson })
 * console.log(method.ok && method.confirmation) // issuer
 * ```
 */
export async function resolveVerificationMethod(
  verificationMethod: string,
  options: ResolveVerificationMethodOptions,
): Promise<ResolvedVerificationMethod> {
  // Most issuers of single records are did:keys, which asking in the general way costs ten times as much.
  const known = resolvesDidKeys(options.resolver) ? keyOfDidKey(options.issuer, verificationMethod) : undefined
  if (known !== undefined) return { ok: true, ...known, confirmation: 'issuer' }
  const id = withKeyOfKeyDid(verificationMethod)
  const asked = withDefaults(options)
  return resolveKeyOfId(id, { ...asked, names: keyNames({ id }, asked) })
}

/** Resolves the key of a URL, which messages may call otherwise. */
export async function resolveKeyOfId(id: string, asked: NamedKeyOptions): Promise<ResolvedVerificationMethod> {
  const { issuer, relationship, names } = asked
  if (parseUrl(id) === undefined)
    return refusedKey('verification-method-invalid', 'The verification method is not a URL.')

  const selfAsserted = issuer.startsWith('did:') ? undefined : selfAssertedKey(id, asked)
  const lookup = selfAsserted === undefined && isElsewhere(id, asked) ? 'elsewhere' : await keyOfIssuer({ id }, asked)
  if (lookup === 'elsewhere') {
    const detail = `The key ${names.key} is kept elsewhere than with ${names.controller}, which alone can vouch for it. It was not fetched.`
    return refusedKey('key-not-issuers', detail)
  }
  if (lookup.outcome === 'listed') return { ok: true, id, publicKey: lookup.publicKey, confirmation: 'issuer' }
  if (lookup.outcome === 'refused') return { ok: false, reason: 'refused', problem: lookup.problem }
  const unobtainable = lookup.outcome === 'unobtainable' ? lookup.problem : undefined
  if (selfAsserted !== undefined) {
    return { ok: true, id, publicKey: selfAsserted, confirmation: 'self-asserted', unobtainable }
  }
  if (unobtainable !== undefined) return { ok: false, reason: 'unobtainable', problem: unobtainable }
  const detail = `The key ${names.key} is not listed by ${names.controller} for ${purposes[relationship]}.`
  return refusedKey('key-not-issuers', detail)
}

const purposes = {
  assertionMethod: 'making assertions, such as credentials',
  authentication: 'authentication, as presentations need it',
} as const

/** A bare did:key or did:jwk stands for the one key in it. */
function withKeyOfKeyDid(id: string): string {
  const [, method, key] = /^did:(key|jwk):([^#]*)$/.exec(id) ?? []
  return method === undefined ? id : `${id}#${method === 'key' ? key : '0'}`
}

/** True when the issuer cannot be asked about a key without going to another place than its own. */
function isElsewhere(id: string, { issuer }: IssuerKeyOptions): boolean {
  if (issuer.startsWith('did:')) return id.split('#')[0] !== issuer
  const origin = originOf(issuer)
  return origin === undefined || originOf(id) !== origin
}
