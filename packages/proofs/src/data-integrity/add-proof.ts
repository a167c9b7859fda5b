import { type JsonObject, jsonValueProblem, type VerifiableCredential } from '@testamur/documents'
import type { DataIntegrityProof } from '../cryptosuites/interface.js'
import { cryptosuites, defaultCryptosuite, findCryptosuite } from '../cryptosuites/registry.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import type { AddProofOptions } from './interface.js'

/** A document with a proof that {@link addProof} added. */
export type WithProof<Document> = Omit<Document, 'proof'> & {
  proof: DataIntegrityProof | [...JsonObject[], DataIntegrityProof]
}

/**
 * Returns the document with one more proof (VC Data Integrity 1.0 §4.2 Add Proof, §4.3 Add Proof Set): an object when
 * it is the first, otherwise the last of an array. Each proof of such a set covers the document without any proof. The
 * input is not changed.
 *
 * Not checked: what the document says, whether `issuer` controls the key, and that the signature is good.
 *
 * @throws {ProofsError} `ERR_UNSIGNABLE_DOCUMENT` (an {@link UnsignableDocumentError}) when the proof would not cover
 * everything the document says; `ERR_CRYPTOSUITE_UNSUPPORTED`; `ERR_ALGORITHM_MISMATCH`, `ERR_MESSAGE_TOO_LONG`,
 * `ERR_SIGNATURE_MALFORMED` for the signer; and what the signer throws.
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
export async function addProof<Document extends VerifiableCredential>(
  document: Document,
  options: AddProofOptions,
): Promise<WithProof<Document>> {
  const { signer, contexts, created = new Date(), proofPurpose = 'assertionMethod' } = options
  const suite =
    options.cryptosuite === undefined ? defaultCryptosuite(signer.algorithm) : findCryptosuite(options.cryptosuite)
  if (suite === undefined) {
    const wanted = options.cryptosuite ?? `for ${signer.algorithm}`
    throw new ProofsError('ERR_CRYPTOSUITE_UNSUPPORTED', `There is no cryptosuite ${wanted}`, {
      advice: `Supported: ${Object.keys(cryptosuites).join(', ')}`,
    })
  }
  const { proof: existing, ...unsecured } = jsonCopy(document)
  const proof = await suite.createProof(unsecured as unknown as VerifiableCredential, {
    signer,
    contexts,
    proofPurpose,
    created: toDateTime(created),
  })
  const proofs = existing === undefined ? [] : Array.isArray(existing) ? existing : [existing]
  const secured = { ...unsecured, proof: proofs.length === 0 ? proof : [...proofs, proof] }
  return secured as unknown as WithProof<Document>
}

/** The document as JSON text would carry it, without members that are `undefined`. */
function jsonCopy(document: VerifiableCredential): JsonObject {
  const notJson = jsonValueProblem(document)
  if (notJson !== undefined) throw new UnsignableDocumentError([notJson])
  return JSON.parse(JSON.stringify(document)) as JsonObject
}

function toDateTime(instant: Date): string {
  if (!Number.isNaN(instant.getTime())) return `${instant.toISOString().slice(0, 19)}Z`
  throw new ProofsError('ERR_INVALID_OPTION', 'created must be a valid Date')
}
