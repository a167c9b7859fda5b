import type { JsonObject } from '@testamur/documents'
import type { DataIntegrityProof, SecurableDocument } from '../cryptosuites/interface.js'
import { createProof, proofsOf } from './create-proof.js'
import type { AddProofOptions } from './interface.js'
import { signableJson } from './signable-json.js'

/** A document with a proof that {@link addProof} added. */
export type WithProof<Document> = Omit<Document, 'proof'> & {
  proof: DataIntegrityProof | [...JsonObject[], DataIntegrityProof]
}

/**
 * Returns the document with one more proof (VC Data Integrity 1.0 §4.2 Add Proof, §4.3 Add Proof Set): an object when
 * it is the first, otherwise the last of an array. Each proof of such a set covers the document without any proof; one
 * with `previousProof` covers the proofs it names too. The input is not changed.
 *
 * Not checked: what the document says, whether `issuer` controls the key, and that the signature is good.
 *
 * @throws {ProofsError} `ERR_UNSIGNABLE_DOCUMENT` (an {@link UnsignableDocumentError}) when the proof would not cover
 * everything the document says; `ERR_CRYPTOSUITE_UNSUPPORTED`, `ERR_CRYPTOSUITE_NOT_INSTALLED`; `ERR_INVALID_OPTION`,
 * for instance when the document has no proof that `previousProof` names; `ERR_ENGINES_DIFFER` when `engine` is `both`; `ERR_ALGORITHM_MISMATCH`, `ERR_MESSAGE_TOO_LONG`, `ERR_SIGNATURE_MALFORMED` for
 * the signer; and what the signer throws.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addProof } from '@testamur/proofs'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const { verificationMethod, controller } = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: controller,
 *   credentialSubject: { id: 'did:example:learner' },
 * }
 * const signed = await addProof(credential, {
 *   signer: await keys.getSigner(verificationMethod),
 *   contexts: contextSource(),
 * })
 * console.log(signed.proof)
 * ```
 */
export async function addProof<Document extends SecurableDocument>(
  document: Document,
  options: AddProofOptions,
): Promise<WithProof<Document>> {
  const copy = signableJson(document)
  const proof = await createProof(copy, options)
  const { proof: _, ...unsecured } = copy
  const proofs = proofsOf(copy)
  const secured = { ...unsecured, proof: proofs.length === 0 ? proof : [...proofs, proof] }
  return secured as unknown as WithProof<Document>
}
