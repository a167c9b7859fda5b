import { type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents'
import { parseUrl } from '@testamur/documents/json'
import type {
  Cryptosuite,
  DataIntegrityProof,
  OptionalProofMembers,
  SecurableDocument,
} from '../cryptosuites/interface.js'
import { cryptosuites, defaultCryptosuite, findCryptosuite } from '../cryptosuites/registry.js'
import { ProofsError } from '../errors.js'
import type { AddProofOptions } from './interface.js'
import { previousProofs } from './previous-proofs.js'
import { signableJson } from './signable-json.js'

/**
 * Returns the proof that {@link addProof} would add, alone: for documents that are JSON already and the caller's own, which
 * then need no copy. What is not JSON, such as a `Date`, is neither looked for nor kept out: parse the document with
 * `parseJson`, or copy it once with `copyJson`. The input is not changed, and must not change before the proof is there.
 *
 * @throws {ProofsError} what `addProof` throws, except for what is no JSON.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { createProof } from '@testamur/proofs'
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
 * const signer = await keys.getSigner(verificationMethod)
 * console.log((await createProof(credential, { signer, contexts: contextSource() })).proofValue)
 * ```
 */
export async function createProof(document: JsonObject, options: AddProofOptions): Promise<DataIntegrityProof> {
  const { signer, contexts, created = new Date(), proofPurpose = 'assertionMethod' } = options
  const { engine, fallback, crossCheckRate } = options
  const proofs = proofsOf(document)
  const members = proofMembers(options, proofs)
  const covered = previousProofs(members ?? {}, proofs, '/proof')
  if (!covered.ok) {
    throw new ProofsError('ERR_INVALID_OPTION', `previousProof: ${covered.problem.detail}`, {
      advice: 'Give the ids of proofs that the document already has',
    })
  }
  return chooseCryptosuite(options).createProof(coveredBy(document, covered.proofs), {
    signer,
    contexts,
    proofPurpose,
    engine,
    fallback,
    crossCheckRate,
    created: toDateTime(created),
    members,
  })
}

/** The proofs that a document has. */
export function proofsOf({ proof }: JsonObject): JsonValue[] {
  if (proof === undefined) return []
  return Array.isArray(proof) ? proof : [proof]
}

/** The document without its proofs, except those that the new one covers. */
function coveredBy(document: JsonObject, previous: JsonObject[]): SecurableDocument {
  if (document['proof'] === undefined) return document as unknown as SecurableDocument
  const { proof: _, ...unsecured } = document
  return (previous.length > 0 ? { ...unsecured, proof: previous } : unsecured) as unknown as SecurableDocument
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
function proofMembers(
  { id, challenge, domain, previousProof }: AddProofOptions,
  existing: readonly JsonValue[],
): (OptionalProofMembers & JsonObject) | undefined {
  if ([id, challenge, domain, previousProof].every((member) => member === undefined)) return undefined
  const isTaken = existing.some((other) => valueAtPointer(other, '/id') === id)
  if (id !== undefined && (isTaken || parseUrl(id) === undefined)) {
    throw new ProofsError(
      'ERR_INVALID_OPTION',
      'The id of a proof must be a URL that no other proof of the document has',
      {
        advice: 'Give a new one, for instance urn:uuid: and crypto.randomUUID()',
      },
    )
  }
  return signableJson({ id, challenge, domain, previousProof }) as OptionalProofMembers & JsonObject
}

function toDateTime(instant: Date): string {
  if (!Number.isNaN(instant.getTime())) return `${instant.toISOString().slice(0, 19)}Z`
  throw new ProofsError('ERR_INVALID_OPTION', 'created must be a valid Date')
}
