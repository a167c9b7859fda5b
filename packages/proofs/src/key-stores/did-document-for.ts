import type { JsonObject } from '@testamur/documents'
import { ProofsError } from '../errors.js'
import { jwkFromPublicKey } from '../keys/jwk.js'
import type { StoredKey } from './interface.js'
import { keysToPublish, unpublishable } from './publication.js'

/** What {@link didDocumentFor} makes. */
export interface DidDocumentOptions {
  /** The DID that the document is of, for instance a did:web. Keys of other controllers are left out. */
  readonly controller: string
  /**
   * What the keys are for. `assertionMethod`, for issuing credentials, is the default; keys that sign presentations need
   * `authentication` as well.
   */
  readonly relationships?: readonly ('assertionMethod' | 'authentication')[] | undefined
}

const didContext = 'https://www.w3.org/ns/did/v1'
const multikeyContext = 'https://w3id.org/security/multikey/v1'
const jwkContext = 'https://w3id.org/security/jwk/v1'

/**
 * Returns the DID document (DID Core 1.0 §5) that publishes the keys of a DID; for a did:web, the file that stands at
 * `didWebUrl` of `@testamur/proofs/dids`. The same keys make the same document, in whatever order they are given.
 *
 * - A key in use and a retired one stand in `verificationMethod` and in the relationships, the retired one without
 *   `expires`: what it signed stays good.
 * - A revoked key stands in `verificationMethod` with `revoked`, and in no relationship: nothing that it signed is good.
 *   So does the same key under another name.
 *
 * Keys are of type `Multikey`; RSA keys, for which Controlled Identifiers 1.0 §2.2.2 has no Multikey, are `JsonWebKey`.
 * Publish what a store lists before a new key signs, and soon after a key was revoked: verifiers may remember a document
 * for some time. What else the document of the DID says, such as services, is yours to add.
 *
 * @param keys - what `list()` of one or more key stores returned
 * @throws {ProofsError} `ERR_INVALID_OPTION` when the controller is no DID, or a did:key or did:jwk, which is its own
 * document, or for other relationships; `ERR_KEY_NOT_FOUND` when none of the keys is the controller's; `ERR_KEY_EXISTS` when two have one name;
 * `ERR_INVALID_KEY` when one is none, or is not named under its controller.
 * @example
 * ```ts
 * import { didDocumentFor } from '@testamur/proofs/key-stores'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const controller = 'did:web:registrar.example'
 * const { verificationMethod } = await keys.generate({ controller })
 * await keys.rotate(verificationMethod)
 * const didDocument = didDocumentFor(await keys.list(), { controller })
 * console.log(didDocument.assertionMethod) // [ 'did:web:registrar.example#key-1', 'did:web:registrar.example#key-2' ]
 * ```
 */
export function didDocumentFor(
  keys: readonly StoredKey[],
  { controller, relationships = ['assertionMethod'] }: DidDocumentOptions,
): JsonObject {
  refuseOtherThanDid(controller)
  refuseOtherRelationships(relationships)
  const published = keysToPublish(keys, controller)
  const methods = published.map(verificationMethodOf)
  const good = published.filter(({ revoked }) => revoked === undefined).map((key) => key.verificationMethod)
  const contextOf = { Multikey: multikeyContext, JsonWebKey: jwkContext }
  const types = (['Multikey', 'JsonWebKey'] as const).filter((type) => methods.some((method) => method.type === type))
  return {
    '@context': [didContext, ...types.map((type) => contextOf[type])],
    id: controller,
    verificationMethod: methods,
    // An empty list says that no key is good for it; a missing one, to some, that nothing is said.
    ...Object.fromEntries(relationships.map((relationship) => [relationship, [...good]])),
  }
}

function verificationMethodOf(key: StoredKey): JsonObject & { readonly type: 'Multikey' | 'JsonWebKey' } {
  const { verificationMethod: id, controller, algorithm, publicKeyMultibase, revoked } = key
  const publicKeyJwk = jwkFromPublicKey(key)
  if (publicKeyJwk === undefined) throw unpublishable(key)
  return {
    id,
    ...(algorithm === 'RS256'
      ? { type: 'JsonWebKey', controller, publicKeyJwk }
      : { type: 'Multikey', controller, publicKeyMultibase }),
    ...(revoked === undefined ? {} : { revoked }),
  }
}

function refuseOtherRelationships(relationships: readonly string[]): void {
  if (relationships.every((relationship) => /^(assertionMethod|authentication)$/.test(relationship))) return
  throw new ProofsError('ERR_INVALID_OPTION', 'Keys of credentials and presentations have two relationships', {
    advice: 'Give assertionMethod, authentication, or both',
  })
}

function refuseOtherThanDid(controller: string): void {
  if (/^did:(?!key:|jwk:)[a-z0-9]+:/.test(controller)) return
  throw new ProofsError('ERR_INVALID_OPTION', 'Only a DID whose document is published has keys to publish in it', {
    advice: controller.startsWith('https:')
      ? 'For an https issuer, publish what jwksFor() returns at /.well-known/jwks.json of its origin'
      : 'Give a DID such as did:web:registrar.example; a did:key or did:jwk says its key itself',
  })
}
