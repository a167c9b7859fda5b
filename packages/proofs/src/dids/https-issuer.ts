import type { JsonObject } from '@testamur/documents'
import { parseUrl } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { FetchJson, FetchJsonResult } from '../remote-documents/interface.js'
import {
  type KeyReference,
  keyOfControlledDocument,
  keyReference,
  sameKeyOfControlledDocument,
} from './controlled-document.js'
import { fetchSameOrigin } from './fetch-same-origin.js'
import type { KeyLookup, KeyNames, KeyQuery, VerificationRelationship } from './interface.js'
import { keyOfJwkSet } from './jwk-set.js'
import { isSameKeyAs } from './same-key.js'
import { tellable } from './tellable.js'
import { keyOfJwk, keyOfVerificationMethod } from './verification-method.js'

/** What {@link keyOfHttpsIssuer} works with. */
export interface HttpsIssuerOptions {
  readonly issuer: string
  readonly fetchJson: FetchJson
  readonly now: Date
  readonly relationship: VerificationRelationship
  readonly names: KeyNames
}

/** One document that may list the key. */
interface Place {
  readonly fetch: () => Promise<FetchJsonResult>
  readonly read: (document: JsonObject) => KeyLookup
}

/**
 * Returns the key that is looked for, when an issuer with an https id lists it: in its profile, which is the document at
 * the id; in the key set of its origin; or in a key document of its own at the URL of the key, where the profile leaves
 * it to that. Nothing beyond the issuer's origin is fetched.
 */
export async function keyOfHttpsIssuer(query: KeyQuery, options: HttpsIssuerOptions): Promise<KeyLookup> {
  const { issuer, fetchJson } = options
  const keySet: Place = {
    fetch: () => fetchSameOrigin(keySetUrl(issuer), fetchJson),
    read: (document) => keyOfOriginsKeySet(document, query, options),
  }
  const id = 'id' in query ? query.id : undefined
  if (id !== undefined && withoutFragment(id) === keySetUrl(issuer)) return askInTurn([keySet], options)
  const profile = await fetchSameOrigin(issuer, fetchJson)
  const places: readonly Place[] = [
    { fetch: async () => profile, read: (document) => keyOfProfile(document, query, options) },
    keySet,
  ]
  const reference = id === undefined ? 'other-keys' : keyDocumentReference(id, profile, options)
  if (id === undefined || reference === 'other-keys') return askInTurn(places, options)
  const keyDocument: Place = {
    fetch: () => fetchSameOrigin(withoutFragment(id), fetchJson),
    read: (document) => keyOfKeyDocument(document, id, { ...options, isNamedByProfile: reference === 'named' }),
  }
  return askInTurn([...places, keyDocument], options)
}

/** The first that lists the key, or refuses it; what cannot be fetched leaves the matter open. */
async function askInTurn(places: readonly Place[], { names, relationship }: HttpsIssuerOptions): Promise<KeyLookup> {
  let unobtained: KeyLookup | undefined
  for (const { fetch, read } of places) {
    const fetched = await fetch()
    if (fetched.ok) {
      const lookup = read(fetched.document)
      if (lookup.outcome !== 'not-listed') return lookup
    } else {
      const detail = `The key ${names.key} was not obtained: ${tellable(fetched.problem, relationship)}`
      unobtained ??= { outcome: 'unobtainable', problem: problem('key-unobtainable', '', detail) }
    }
  }
  return unobtained ?? { outcome: 'not-listed' }
}

/** True when the URL of a key leads to a document on the issuer's origin that is not the issuer's profile. */
function hasKeyDocument(id: string, issuer: string): boolean {
  return parseUrl(id)?.origin === new URL(issuer).origin && withoutFragment(id) !== issuer
}

/**
 * Not every document on an origin is its owner's word: visitors may have uploaded it. So a key document counts only
 * where the profile names it, or has nothing to say about keys; without a profile, nobody vouches for it.
 */
function keyDocumentReference(
  id: string,
  profile: FetchJsonResult,
  { issuer, relationship }: HttpsIssuerOptions,
): KeyReference {
  if (!hasKeyDocument(id, issuer) || !profile.ok || profile.document.id !== issuer) return 'other-keys'
  return keyReference(profile.document, id, relationship)
}

function keyOfProfile(document: JsonObject, query: KeyQuery, options: HttpsIssuerOptions): KeyLookup {
  const { issuer, relationship } = options
  if (document.id !== issuer) return { outcome: 'not-listed' }
  const held = { ...options, controller: issuer, mustSayWhatFor: false }
  if ('publicKey' in query) return sameKeyOfControlledDocument(document, query.publicKey, held)
  const isKeptElsewhere = hasKeyDocument(query.id, issuer) && keyReference(document, query.id, relationship) === 'named'
  return isKeptElsewhere ? { outcome: 'not-listed' } : keyOfControlledDocument(document, query.id, held)
}

/** The URL of the key set that speaks for the origin of an issuer. */
export const keySetUrl = (issuer: string): string => `${new URL(issuer).origin}/.well-known/jwks.json`

/**
 * `/.well-known/jwks.json` speaks for its origin, unless the `iss` of a key says for which issuer alone. A key in it may
 * be named by its `kid`, or by that as a fragment of the set.
 */
function keyOfOriginsKeySet(document: JsonObject, query: KeyQuery, options: HttpsIssuerOptions): KeyLookup {
  const isWanted = 'id' in query ? isNamed(query.id, keySetUrl(options.issuer)) : isSameKeyAs(query.publicKey)
  return keyOfJwkSet(document, { ...options, name: options.names.key, isWanted })
}

/** Keys without a name are not named by anything. */
const isNamed =
  (id: string, url: string) =>
  ({ kid }: JsonObject): boolean =>
    typeof kid === 'string' && (kid === id || `${url}#${kid}` === id)

/**
 * A verification method or a controlled document, which name their controller; or a JWK or a key set. Those may be
 * anybody's on a site with several tenants, so the profile must name the key, or its `iss` the issuer.
 */
function keyOfKeyDocument(
  document: JsonObject,
  id: string,
  options: HttpsIssuerOptions & { readonly isNamedByProfile: boolean },
): KeyLookup {
  const { issuer, now, names, isNamedByProfile } = options
  if (document.id === id && document.type !== undefined && document.controller !== undefined) {
    return keyOfVerificationMethod(document, { controller: issuer, now, names })
  }
  const url = withoutFragment(id)
  const isVouchedFor = (jwk: JsonObject): boolean => jwk.iss === issuer || (jwk.iss === undefined && isNamedByProfile)
  if (document.kty !== undefined) {
    return url === id && isVouchedFor(document)
      ? keyOfJwk(document, { name: names.key, now })
      : { outcome: 'not-listed' }
  }
  if (document.keys !== undefined) {
    const isWanted = (jwk: JsonObject): boolean => isNamed(id, url)(jwk) && isVouchedFor(jwk)
    return keyOfJwkSet(document, { ...options, name: names.key, isWanted })
  }
  return keyOfControlledDocument(document, id, { ...options, controller: issuer, mustSayWhatFor: false })
}

const withoutFragment = (url: string): string => url.split('#')[0] ?? url
