import { contextSource, type JsonObject, type VerifiableCredential } from '@testamur/documents'
import { type AddProofOptions, addProof } from '@testamur/proofs'
import type { Signer } from '@testamur/proofs/keys'
import { now, type TestIssuer } from './record.js'

/** Adds a proof by any key, whoever the document says has issued it. */
export const withProofBy = (
  signer: Signer,
  document: JsonObject,
  options: Partial<AddProofOptions> = {},
): Promise<JsonObject> =>
  addProof(document as unknown as VerifiableCredential, {
    signer,
    contexts: contextSource(),
    created: now,
    ...options,
  }) as unknown as Promise<JsonObject>

/** The same key under another id. */
export const named = ({ signer }: TestIssuer, verificationMethod: string): Signer => ({ ...signer, verificationMethod })

/** The public key of an issuer whose id is a did:key. */
export const multikeyOf = ({ id }: TestIssuer): string => id.replace('did:key:', '')

/** A verification method that shows the key of an issuer. */
export function method(id: string, controller: string, issuer: TestIssuer, members: JsonObject = {}): JsonObject {
  return { id, type: 'Multikey', controller, publicKeyMultibase: multikeyOf(issuer), ...members }
}

/** A DID document, or the profile of an issuer, that lists methods for making assertions. */
export function controlledDocument(id: string, methods: readonly JsonObject[], members: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: [...methods],
    assertionMethod: methods.map(({ id }) => String(id)),
    ...members,
  }
}
