import type { JsonObject } from '@testamur/documents'
import type { VerificationKey } from '../keys/interface.js'
import { isUnsupportedMultikey, verificationKeyFromMultikey } from './bbs-public-key.js'
import { parseDid } from './did.js'
import type { DidResolver } from './interface.js'
import { unresolved } from './unresolved.js'

/**
 * Returns the DID document of a did:key (did:key 0.9 §3.1.1, public key format Multikey), or `undefined` when the text
 * is no did:key of Ed25519, P-256, P-384, RSA or BLS12-381 G2. The key is listed for everything but key agreement. It may still be no
 * point of its curve, which shows when a signature is checked.
 *
 * @example
 * ```ts
 * import { didKeyDocument } from '@testamur/proofs/dids'
 *
 * const document = didKeyDocument('did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
 * console.log(document?.assertionMethod)
 * ```
 */
export function didKeyDocument(did: string): JsonObject | undefined {
  const parsed = parseDid(did)
  const multikey = parsed?.method === 'key' ? parsed.methodSpecificId : undefined
  if (multikey === undefined || verificationKeyFromMultikey(multikey) === undefined) return undefined
  const id = `${did}#${multikey}`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
    authentication: [id],
    assertionMethod: [id],
    capabilityDelegation: [id],
    capabilityInvocation: [id],
  }
}

/** A key, and the URL by which its DID document lists it. */
export interface ListedKey {
  readonly id: string
  readonly publicKey: VerificationKey
}

/**
 * Returns the key of a did:key that a URL names, which may be the DID alone; `undefined` when it names another, or when the
 * text is no did:key. The same as in {@link didKeyDocument}, which need not be made for it: every did:key lists its one
 * key for everything that can be asked, without end.
 */
export function keyOfDidKey(did: string, url: string): ListedKey | undefined {
  const multikey = did.startsWith('did:key:') ? did.slice('did:key:'.length) : undefined
  const id = `${did}#${multikey}`
  if (multikey === undefined || (url !== did && url !== id)) return undefined
  const publicKey = verificationKeyFromMultikey(multikey)
  return publicKey && { id, publicKey }
}

/**
 * Resolves did:key, without any network.
 *
 * @example
 * ```ts
 * import { didKeyResolver } from '@testamur/proofs/dids'
 *
 * const { didDocument } = await didKeyResolver.resolve('did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')
 * console.log(didDocument)
 * ```
 */
export const didKeyResolver: DidResolver = {
  async resolve(did) {
    const didDocument = didKeyDocument(did)
    if (didDocument === undefined) {
      // Not quoted: it may be a private key by mistake.
      const parsed = parseDid(did)
      if (parsed?.method === 'key' && isUnsupportedMultikey(parsed.methodSpecificId)) {
        const detail =
          'This did:key is of an unsupported kind. Supported are Ed25519, P-256, P-384, RSA and BLS12-381 G2.'
        return unresolved('invalidDid', 'key-unsupported', detail)
      }
      return unresolved('invalidDid', 'verification-method-invalid', 'This did:key is malformed, or no public key.')
    }
    return { didResolutionMetadata: {}, didDocument, didDocumentMetadata: {} }
  },
}
