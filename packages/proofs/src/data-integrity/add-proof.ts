import { type JsonObject, type JsonValue, jsonValueProblem, valueAtPointer } from '@testamur/documents'
import type {
  Cryptosuite,
  DataIntegrityProof,
  OptionalProofMembers,
  SecurableDocument,
} from '../cryptosuites/interface.js'
import { cryptosuites, defaultCryptosuite, findCryptosuite } from '../cryptosuites/registry.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import type { AddProofOptions } from './interface.js'
import { previousProofs } from './previous-proofs.js'

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
  const { signer, contexts, created = new Date(), proofPurpose = 'assertionMethod' } = options
  const { engine, fallback, crossCheckRate } = options
  const { proof: existing, ...unsecured } = jsonCopy(document)
  const proofs = existing === undefined ? [] : Array.isArray(existing) ? existing : [existing]
  const members = proofMembers(options, proofs)
  const covered = previousProofs(members, proofs, '/proof')
  if (!covered.ok) {
    throw new ProofsError('ERR_INVALID_OPTION', `previousProof: ${covered.problem.detail}`, {
      advice: 'Give the ids of proofs that the document already has',
    })
  }
  const isChained = covered.proofs.length > 0
  const input = isChained ? { ...unsecured, proof: covered.proofs } : unsecured
  const proof = await chooseCryptosuite(options).createProof(input as unknown as SecurableDocument, {
    signer,
    contexts,
    proofPurpose,
    engine,
    fallback,
    crossCheckRate,
    created: toDateTime(created),
    members,
  })
  const secured = { ...unsecured, proof: proofs.length === 0 ? proof : [...proofs, proof] }
  return secured as unknown as WithProof<Document>
}

function chooseCryptosuite({ cryptosuite, signer }: AddProofOptions): Cryptosuite {
  const suite = cryptosuite === undefined ? defaultCryptosuite(signer.algorithm) : findCryptosuite(cryptosuite)
  if (suite !== undefined) return suite
  throw new ProofsError(
    'ERR_CRYPTOSUITE_UNSUPPORTED',
    `There is no cryptosuite ${cryptosuite ?? `for ${signer.algorithm}`}`,
    {
      advice: `Supported: ${Object.keys(cryptosuites).join(', ')}`,
    },
  )
}

/** The members of the new proof that are there only when the caller wants them. */
function proofMembers(options: AddProofOptions, existing: readonly JsonValue[]): OptionalProofMembers & JsonObject {
  const { id, challenge, domain, previousProof } = options
  const isTaken = existing.some((other) => valueAtPointer(other, '/id') === id)
  if (id !== undefined && (isTaken || !URL.canParse(id))) {
    throw new ProofsError(
      'ERR_INVALID_OPTION',
      'The id of a proof must be a URL that no other proof of the document has',
      {
        advice: 'Give a new one, for instance urn:uuid: and crypto.randomUUID()',
      },
    )
  }
  return jsonCopy({ id, challenge, domain, previousProof }) as OptionalProofMembers & JsonObject
}

/** The document as JSON text would carry it, without members that are `undefined`. */
function jsonCopy(document: object): JsonObject {
  const notJson = jsonValueProblem(document)
  if (notJson !== undefined) throw new UnsignableDocumentError([notJson])
  return JSON.parse(JSON.stringify(document)) as JsonObject
}

function toDateTime(instant: Date): string {
  if (!Number.isNaN(instant.getTime())) return `${instant.toISOString().slice(0, 19)}Z`
  throw new ProofsError('ERR_INVALID_OPTION', 'created must be a valid Date')
}
