import type { JsonObject } from '@testamur/documents'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { problem } from '../problems.js'
import { keyOfControlledDocument, keyReference } from './controlled-document.js'
import { fetchSameOrigin } from './fetch-same-origin.js'
import type { FetchJson, FetchJsonResult, KeyLookup } from './interface.js'
import { keyOfVerificationMethod } from './verification-method.js'

/** What {@link keyOfHttpsIssuer} works with. */
export interface HttpsIssuerOptions {
  readonly issuer: string
  readonly fetchJson: FetchJson
  readonly now: Date
}

/**
 * Returns the key of that id which an issuer with an https id lists: in its profile, which is the document at the id;
 * in the key set of its origin; or in a key document of its own at the URL of the key, where the profile leaves it to
 * that. Nothing beyond the issuer's origin is fetched.
 */
export async function keyOfHttpsIssuer(id: string, options: HttpsIssuerOptions): Promise<KeyLookup> {
  const { issuer, fetchJson } = options
  const profile = await fetchSameOrigin(issuer, fetchJson)
  const keySet = `${new URL(issuer).origin}/.well-known/jwks.json`
  const places = [
    { fetch: async () => profile, read: keyOfProfile },
    { fetch: () => fetchSameOrigin(keySet, fetchJson), read: keyOfJwks },
    ...(isLeftToKeyDocument(id, issuer, profile)
      ? [{ fetch: () => fetchSameOrigin(withoutFragment(id), fetchJson), read: keyOfKeyDocument }]
      : []),
  ]
  let unobtained: KeyLookup | undefined
  for (const { fetch, read } of places) {
    const fetched = await fetch()
    if (fetched.ok) {
      const lookup = read(fetched.document, id, options)
      if (lookup.outcome !== 'not-listed') return lookup
    } else {
      const detail = `The key ${id} was not obtained: ${fetched.problem.detail}`
      unobtained ??= { outcome: 'unobtainable', problem: problem('key-unobtainable', '', detail) }
    }
  }
  return unobtained ?? { outcome: 'not-listed' }
}

/** True when the URL of a key leads to a document on the issuer's origin that is not the issuer's profile. */
function hasKeyDocument(id: string, issuer: string): boolean {
  return URL.canParse(id) && new URL(id).origin === new URL(issuer).origin && withoutFragment(id) !== issuer
}

/**
 * Not every document on an origin is its owner's word: visitors may have uploaded it. So a key document counts only
 * where the profile names it, or has nothing to say about keys; without a profile, nobody vouches for it.
 */
function isLeftToKeyDocument(id: string, issuer: string, profile: FetchJsonResult): boolean {
  if (!hasKeyDocument(id, issuer)) return false
  return profile.ok && profile.document.id === issuer && keyReference(profile.document, id) !== 'other-keys'
}

function keyOfProfile(document: JsonObject, id: string, { issuer, now }: HttpsIssuerOptions): KeyLookup {
  if (document.id !== issuer) return { outcome: 'not-listed' }
  if (hasKeyDocument(id, issuer) && keyReference(document, id) === 'named') return { outcome: 'not-listed' }
  return keyOfControlledDocument(document, id, { controller: issuer, now, mustListForAssertion: false })
}

/** `/.well-known/jwks.json` speaks for its origin, unless the `iss` of a key says for which issuer alone. */
function keyOfJwks(document: JsonObject, id: string, { issuer }: HttpsIssuerOptions): KeyLookup {
  const keys = Array.isArray(document.keys) ? document.keys : []
  for (const key of keys) {
    if (typeof key !== 'object' || key === null || Array.isArray(key)) continue
    if (key.kid !== id || (key.iss !== undefined && key.iss !== issuer)) continue
    const publicKey = publicKeyFromJwk(key)
    if (publicKey !== undefined) return { outcome: 'listed', publicKey }
    const detail = `The key ${id} is malformed, or of a kind that is not supported.`
    return { outcome: 'refused', problem: problem('key-malformed', '', detail) }
  }
  return { outcome: 'not-listed' }
}

/** The verification method itself, or a controlled document that lists it. */
function keyOfKeyDocument(document: JsonObject, id: string, { issuer, now }: HttpsIssuerOptions): KeyLookup {
  if (document.id === id && document.type !== undefined && document.controller !== undefined) {
    return keyOfVerificationMethod(document, { controller: issuer, now })
  }
  return keyOfControlledDocument(document, id, { controller: issuer, now, mustListForAssertion: false })
}

const withoutFragment = (url: string): string => url.split('#')[0] ?? url
