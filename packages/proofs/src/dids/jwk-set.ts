import type { JsonObject, JsonValue } from '@testamur/documents'
import { agreedKey } from './agreed-key.js'
import type { KeyLookup } from './interface.js'
import { keyOfJwk } from './verification-method.js'

/** What a key set and the key in it are held to. */
export interface JwkSetOptions {
  /** Which key is looked for. */
  readonly isWanted: (jwk: JsonObject) => boolean
  /** How messages name it. */
  readonly name: string
  /** The `iss` of keys that are for one issuer alone. */
  readonly issuer: string
  readonly now: Date
}

/** Returns the key that a JWK Set (RFC 7517 §5) holds for an issuer. */
export function keyOfJwkSet(document: JsonObject, options: JwkSetOptions): KeyLookup {
  const { isWanted, name, issuer, now } = options
  const keys: readonly JsonValue[] = Array.isArray(document.keys) ? document.keys : []
  const lookups = keys
    .filter((key): key is JsonObject => typeof key === 'object' && key !== null && !Array.isArray(key))
    .filter((key) => (key.iss === undefined || key.iss === issuer) && isWanted(key))
    .map((key) => keyOfJwk(key, { name, now }))
  return agreedKey(lookups, name)
}
