import { problem } from '../problems.js'
import { keyOfDidIssuer } from './did-issuer.js'
import { keyOfHttpsIssuer } from './https-issuer.js'
import type { DidResolver, FetchJson, KeyLookup, ResolvedVerificationMethod } from './interface.js'
import { selfAssertedKey } from './self-asserted-key.js'

/** What {@link resolveVerificationMethod} works with. */
export interface ResolveVerificationMethodOptions {
  /** The `id` of the credential's issuer. */
  readonly issuer: string
  /** Resolves the DID of the issuer; see {@link didResolver}. */
  readonly resolver: DidResolver
  /** Fetches from the origin of an https issuer; see {@link fetchJsonFrom}. */
  readonly fetchJson: FetchJson
  /** When the key must be in use. Default: the time of the call. */
  readonly now?: Date | undefined
}

/**
 * Returns the key that a verification method names, and how the issuer vouches for it. Never throws for a document.
 *
 * - The issuer is a DID: the key must be listed in `assertionMethod` of its DID document.
 * - The issuer is an https URL: its profile (the document at that URL), `/.well-known/jwks.json` of its origin, or a key
 *   document on its origin must list the key, with the issuer as `controller` (in a key set: as `iss`, if given). A key
 *   document counts only where the profile names the key by its URL, or is there to be read and has no keys of its own.
 * - Otherwise a key in the fragment of the issuer's own id, and a did:key under an issuer that is not a DID, are
 *   `self-asserted`: anybody could have made them. Whether to accept them is the caller's decision.
 * - Keys elsewhere are refused without being fetched, revoked and expired ones whatever the proof says about its time.
 *
 * Problem codes: `verification-method-invalid`, `key-not-issuers`, `key-unobtainable`, `key-revoked`, `key-expired`,
 * `key-malformed`, `key-unsupported`; pointers are empty, because the caller knows where the proof stands.
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
  const { issuer, now = new Date() } = options
  // A bare did:key stands for the one key in it.
  const bareKey = /^did:key:([^#]*)$/.exec(verificationMethod)?.[1]
  const id = bareKey === undefined ? verificationMethod : `${verificationMethod}#${bareKey}`
  if (!URL.canParse(id)) return refused('verification-method-invalid', 'The verification method is not a URL.')

  if (hasCredentials(issuer)) {
    return refused(
      'verification-method-invalid',
      'The URL of the issuer has a user name or password in front of its host.',
    )
  }

  const lookup = await lookUp(id, { ...options, now })
  if (lookup.outcome === 'listed') return { ok: true, id, publicKey: lookup.publicKey, confirmation: 'issuer' }
  if (lookup.outcome === 'refused') return { ok: false, reason: 'refused', problem: lookup.problem }
  const publicKey = issuer.startsWith('did:') ? undefined : selfAssertedKey(id, issuer)
  if (publicKey !== undefined) return { ok: true, id, publicKey, confirmation: 'self-asserted' }
  if (lookup.outcome === 'unobtainable') return { ok: false, reason: 'unobtainable', problem: lookup.problem }
  return refused('key-not-issuers', `${issuer} does not list the key ${id} for making assertions.`)
}

async function lookUp(
  id: string,
  options: ResolveVerificationMethodOptions & { readonly now: Date },
): Promise<KeyLookup> {
  const { issuer } = options
  if (issuer.startsWith('did:')) return keyOfDidIssuer(id, options)
  const isHttps = URL.canParse(issuer) && new URL(issuer).protocol === 'https:'
  if (!isHttps) return { outcome: 'not-listed' }
  const isElsewhere = selfAssertedKey(id, issuer) === undefined && new URL(id).origin !== new URL(issuer).origin
  return isElsewhere ? { outcome: 'not-listed' } : keyOfHttpsIssuer(id, options)
}

/** `https://uni.example@other.example/` is a URL of other.example, however it looks. */
function hasCredentials(url: string): boolean {
  return URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== '')
}

function refused(code: 'verification-method-invalid' | 'key-not-issuers', detail: string): ResolvedVerificationMethod {
  return { ok: false, reason: 'refused', problem: problem(code, '', detail) }
}
