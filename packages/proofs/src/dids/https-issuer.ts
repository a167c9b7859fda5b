import type { JsonObject } from '@testamur/documents'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { problem } from '../problems.js'
import { keyOfControlledDocument } from './controlled-document.js'
import { fetchSameOrigin } from './fetch-same-origin.js'
import type { FetchJson, KeyLookup } from './interface.js'
import { keyOfVerificationMethod } from './verification-method.js'

/** What {@link keyOfHttpsIssuer} works with. */
export interface HttpsIssuerOptions {
  readonly issuer: string
  readonly fetchJson: FetchJson
  readonly now: Date
}

/**
 * Returns the key of that id which an issuer with an https id lists: in its profile, which is the document at the id; in
 * the key set of its origin; or in a key document of its own at the URL of the key. Nothing beyond the issuer's origin
 * is fetched.
 */
export async function keyOfHttpsIssuer(id: string, options: HttpsIssuerOptions): Promise<KeyLookup> {
  const { origin } = new URL(options.issuer)
  const keyUrl = URL.canParse(id) ? new URL(id) : undefined
  const hasKeyDocument = keyUrl?.origin === origin && withoutFragment(id) !== options.issuer
  const places = [
    { url: options.issuer, read: keyOfProfile },
    { url: `${origin}/.well-known/jwks.json`, read: keyOfJwks },
    ...(hasKeyDocument ? [{ url: withoutFragment(id), read: keyOfKeyDocument }] : []),
  ]
  let unobtained: KeyLookup | undefined
  for (const { url, read } of places) {
    const fetched = await fetchSameOrigin(url, options.fetchJson)
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

function keyOfProfile(document: JsonObject, id: string, { issuer, now }: HttpsIssuerOptions): KeyLookup {
  if (document.id !== issuer) return { outcome: 'not-listed' }
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
