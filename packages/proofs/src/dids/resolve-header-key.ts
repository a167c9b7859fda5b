import type { PublicKey } from '../keys/interface.js'
import { isUnknownJwk, publicKeyFromJwk } from '../keys/jwk.js'
import { keySetUrl } from './https-issuer.js'
import type { ResolvedVerificationMethod } from './interface.js'
import {
  type IssuerKeyOptions,
  keyOfIssuer,
  originOf,
  type ResolveVerificationMethodOptions,
  refusedKey,
  withDefaults,
} from './issuer-key.js'
import { keyNames } from './key-names.js'
import { resolveKeyOfId, resolveVerificationMethod } from './resolve-verification-method.js'
import { documentOfKeyDid } from './self-asserted-key.js'

/** What the header of a token says about its key (RFC 7515 §4.1.3, §4.1.4). */
export interface TokenHeaderKey {
  /** A URL, or a name among the issuer's keys. */
  readonly kid?: string | undefined
  /** A public JWK. */
  readonly jwk?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Returns the key that the header of a token names or holds, and how the issuer vouches for it. Never throws for a
 * header.
 *
 * - `kid` is a DID URL or an https URL: as in {@link resolveVerificationMethod}.
 * - `kid` is `#` and a name: a key of the issuer's own id.
 * - `kid` is a mere name: the key of that name in `/.well-known/jwks.json` of an https issuer, or in the DID document of
 *   a DID.
 * - `jwk`: confirmed when the issuer lists a key of the same bytes, under whatever name; otherwise `self-asserted`. An
 *   issuer whose DID is itself a key has no other.
 * - Both: `kid` decides, and `jwk` must be the same key.
 *
 * Problem codes: those of {@link resolveVerificationMethod}, and `jwt-header` when the header names no key, or two.
 *
 * @example
 * ```ts
 * import { fetchJsonFrom, didResolver, resolveHeaderKey } from '@testamur/proofs/dids'
 *
 * const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
 * const documents = { 'https://uni.example/.well-known/jwks.json': { keys: [{ ...jwk, kid: 'key-1' }] } }
 * const fetchJson = fetchJsonFrom({ documents, offline: true })
 * const options = { issuer: 'https://uni.example/issuer', resolver: didResolver({ fetchJson }), fetchJson }
 * const key = await resolveHeaderKey({ kid: 'key-1' }, options)
 * console.log(key.ok && key.confirmation) // issuer
 * ```
 */
export async function resolveHeaderKey(
  { kid, jwk }: TokenHeaderKey,
  options: ResolveVerificationMethodOptions,
): Promise<ResolvedVerificationMethod<PublicKey>> {
  const asked = withDefaults(options)
  const held = jwk && publicKeyFromJwk(jwk)
  if (jwk !== undefined && held === undefined) {
    return isUnknownJwk(jwk)
      ? refusedKey('key-unsupported', 'The key in the header of the token is of a kind that is not supported.')
      : refusedKey('key-malformed', 'The key in the header of the token is malformed, or a private one.')
  }
  if (kid === undefined) {
    return held === undefined
      ? refusedKey('jwt-header', 'The header of the token names no key: it has neither "kid" nor "jwk".')
      : resolveHeldKey(held, asked)
  }
  const named = await resolveNamedKey(kid, asked)
  if (!named.ok) return named
  const { publicKey } = named
  if (publicKey.algorithm === 'BBS')
    return refusedKey('key-unsupported', `The key that the token names is for BBS, which does not sign tokens.`)
  if (held !== undefined && held.publicKeyMultibase !== publicKey.publicKeyMultibase) {
    return refusedKey('jwt-header', 'The header of the token names one key in "kid" and holds another in "jwk".')
  }
  return { ...named, publicKey }
}

async function resolveNamedKey(kid: string, options: IssuerKeyOptions): Promise<ResolvedVerificationMethod> {
  const { issuer } = options
  const id = idOfNamedKey(kid, issuer)
  if (id === kid) return resolveVerificationMethod(id, options)
  const { controller } = keyNames({ id: kid }, options)
  // A mere name is not repeated: some name their keys by e-mail addresses.
  if (id !== undefined) return resolveKeyOfId(id, { ...options, names: { key: 'that the token names', controller } })
  const detail = `The header of the token has only a name for its key, and ${controller} is no place that lists keys.`
  return refusedKey('key-not-issuers', detail)
}

/** The URL that a `kid` stands for, which may be a mere name. */
function idOfNamedKey(kid: string, issuer: string): string | undefined {
  if (/^(?:did|https?):/i.test(kid)) return kid
  if (kid.startsWith('#')) return `${issuer.split('#')[0]}${kid}`
  if (issuer.startsWith('did:')) return `${issuer}#${kid}`
  return originOf(issuer) === undefined ? undefined : `${keySetUrl(issuer)}#${kid}`
}

/** The key is in the token, so that only the issuer's word is missing. */
async function resolveHeldKey(
  publicKey: PublicKey,
  options: IssuerKeyOptions,
): Promise<ResolvedVerificationMethod<PublicKey>> {
  const { issuer } = options
  const names = keyNames({ publicKey }, options)
  const { publicKeyMultibase } = publicKey
  const id = `did:key:${publicKeyMultibase}#${publicKeyMultibase}`
  const lookup = await keyOfIssuer({ publicKey }, { ...options, names })
  if (lookup.outcome === 'listed') return { ok: true, id, publicKey, confirmation: 'issuer' }
  if (lookup.outcome === 'refused') return { ok: false, reason: 'refused', problem: lookup.problem }
  if (documentOfKeyDid(issuer) !== undefined) {
    return refusedKey('key-not-issuers', `The key in the header of the token is not that of ${names.controller}.`)
  }
  const unobtainable = lookup.outcome === 'unobtainable' ? lookup.problem : undefined
  return { ok: true, id, publicKey, confirmation: 'self-asserted', unobtainable }
}
