import type { JsonObject } from '@testamur/documents'
import { jwkFromPublicKey } from '../keys/jwk.js'
import type { StoredKey } from './interface.js'
import { keysToPublish, unpublishable } from './publication.js'

/** What {@link jwksFor} makes. */
export interface JwksOptions {
  /** The DID or https URL whose keys it holds. Keys of other controllers are left out. */
  readonly controller: string
}

/**
 * Returns the JWK Set (RFC 7517 §5) that publishes the keys of a controller; for an https issuer, the file that stands
 * at `/.well-known/jwks.json` of its origin. The same keys make the same set, in whatever order they are given.
 *
 * Each key is named in full by `kid`, as tokens signed with it name it, and says in `iss` whom alone it speaks for, since
 * several issuers may share an origin. A retired key stays, so that what it signed stays good; a revoked one, under
 * whatever name, leaves: few who
 * read key sets know of a member that says so, and without the key nobody accepts what it signed.
 *
 * @param keys - what `list()` of one or more key stores returned
 * @throws {ProofsError} `ERR_KEY_NOT_FOUND` when none of the keys is the controller's; `ERR_KEY_EXISTS` when two have one
 * name; `ERR_INVALID_KEY` when one is none, or is not named under its controller.
 * @example
 * ```ts
 * import { jwksFor } from '@testamur/proofs/key-stores'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const controller = 'https://registrar.example/issuer'
 * await keys.generate({ controller, algorithm: 'ES256' })
 * const { keys: published } = jwksFor(await keys.list(), { controller })
 * console.log(published.map(({ kid }) => kid)) // [ 'https://registrar.example/issuer#key-1' ]
 * ```
 */
export function jwksFor(keys: readonly StoredKey[], { controller }: JwksOptions): { keys: JsonObject[] } {
  const published = keysToPublish(keys, controller).filter(({ revoked }) => revoked === undefined)
  return {
    keys: published.map((key) => {
      const jwk = jwkFromPublicKey(key)
      if (jwk === undefined) throw unpublishable(key)
      return { ...jwk, kid: key.verificationMethod, alg: key.algorithm, use: 'sig', iss: controller }
    }),
  }
}
