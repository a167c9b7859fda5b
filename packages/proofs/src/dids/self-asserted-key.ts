import type { VerificationKey } from '../keys/interface.js'
import { verificationKeyFromMultikey } from './bbs-public-key.js'
import { keyOfControlledDocument } from './controlled-document.js'
import { didJwkDocument } from './did-jwk.js'
import { didKeyDocument } from './did-key.js'
import type { KeyNames, VerificationRelationship } from './interface.js'

/** What {@link selfAssertedKey} works with. */
export interface SelfAssertedKeyOptions {
  readonly issuer: string
  readonly now: Date
  readonly relationship: VerificationRelationship
  readonly names: KeyNames
}

/**
 * Returns the key that the id of a verification method itself is, where nobody confirms it: the fragment of the
 * issuer's own id, a did:key or a did:jwk. Anybody can make such a key for any issuer.
 */
export function selfAssertedKey(id: string, options: SelfAssertedKeyOptions): VerificationKey | undefined {
  const [controller = '', fragment = ''] = id.split('#')
  if (controller === options.issuer) return verificationKeyFromMultikey(fragment)
  const document = documentOfKeyDid(controller)
  const lookup = document && keyOfControlledDocument(document, id, { ...options, controller, mustSayWhatFor: true })
  return lookup?.outcome === 'listed' ? lookup.publicKey : undefined
}

/** The DID document of a DID that is a key. */
export const documentOfKeyDid = (did: string): ReturnType<typeof didKeyDocument> =>
  didKeyDocument(did) ?? didJwkDocument(did)
