import { type JsonObject, jsonValueProblem, type VerifiableCredential } from '@testamur/documents'
import { sha256 } from '#platform'
import { isDateTime } from '../date-time.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import { canonicalize } from './canonical-labels.js'
import type { AddBaseProofOptions, BaseProof, CreateBaseProofOptions } from './interface.js'
import { peerSigner, suiteOf } from './peer-signer.js'
import { checkSelection, selectionFault } from './selection.js'
import { type GroupStatementsOptions, groupStatements } from './statement-groups.js'
import {
  canonicalizationProblem,
  indivisible,
  readStatements,
  repeatedStatement,
  statementLimit,
} from './statements.js'
import type { BaseVerifyData } from './suite.js'

/** What decides whose a credential is and whether it is valid: without one of these it would look better than it is. */
const alwaysMandatory = [
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
]

/**
 * Returns the credential with a base proof, from which its holder derives what is shown to verifiers (Create
 * Base Proof of VC DI ECDSA and VC DI BBS Cryptosuites 1.0). It is for the holder alone: verifiers refuse it. The input is
 * not changed; a proof that it carries is replaced.
 *
 * Every derived credential discloses issuer, validity period, status, schema, refresh service and terms of use, as far as
 * the credential has them, and the types and ids of whatever is disclosed; `mandatoryPointers` add to that.
 *
 * Not checked: what the credential says, whether `issuer` controls the key, and that the signature is good.
 *
 * @throws {ProofsError} `ERR_UNSIGNABLE_DOCUMENT` (an {@link UnsignableDocumentError}) when the proof would not cover
 * everything the credential says; `ERR_INVALID_OPTION` for pointers that select nothing; `ERR_ALGORITHM_MISMATCH`,
 * `ERR_MESSAGE_TOO_LONG`, `ERR_SIGNATURE_MALFORMED` for the signer; `ERR_CRYPTOSUITE_NOT_INSTALLED`; and what the signer
 * throws.
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addBaseProof, bbsSigner, generateBbsKey } from '@testamur/proofs/selective-disclosure'
 *
 * const signer = await bbsSigner(await generateBbsKey())
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: 'https://uni.example/issuer',
 *   credentialSubject: { id: 'did:example:learner' },
 * }
 * const options = { signer, contexts: contextSource(), mandatoryPointers: ['/credentialSubject/id'] }
 * const signed = await addBaseProof(credential, options)
 * console.log(signed.proof.cryptosuite) // bbs-2023
 * ```
 */
export async function addBaseProof<Credential extends VerifiableCredential>(
  credential: Credential,
  options: AddBaseProofOptions,
): Promise<Omit<Credential, 'proof'> & { proof: BaseProof }> {
  const { created = new Date(), proofPurpose = 'assertionMethod', ...others } = options
  const notJson = jsonValueProblem(credential)
  if (notJson !== undefined) throw new UnsignableDocumentError([notJson])
  if (Number.isNaN(created.getTime())) throw new ProofsError('ERR_INVALID_OPTION', 'created must be a valid Date')
  const { proof: _, ...unsecured } = JSON.parse(JSON.stringify(credential)) as JsonObject
  const proof = await createBaseProof(unsecured, {
    ...others,
    created: `${created.toISOString().slice(0, 19)}Z`,
    proofPurpose,
  })
  return { ...unsecured, proof } as unknown as Omit<Credential, 'proof'> & { proof: BaseProof }
}

/**
 * Returns a base proof over a document without proof; what {@link addBaseProof} adds, and throws, for documents and
 * options as JSON has them.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { bbsSigner, createBaseProof, generateBbsKey } from '@testamur/proofs/selective-disclosure'
 *
 * const signer = await bbsSigner(await generateBbsKey())
 * const document = {
 *   '@context': 'https://www.w3.org/ns/credentials/v2',
 *   type: 'VerifiableCredential',
 *   issuer: 'https://uni.example/issuer',
 * }
 * const proof = await createBaseProof(document, {
 *   signer,
 *   contexts: contextSource(),
 *   created: '2026-06-01T12:00:00Z',
 *   proofPurpose: 'assertionMethod',
 * })
 * console.log(proof.proofValue) // u2V0C…
 * ```
 */
export async function createBaseProof(document: JsonObject, options: CreateBaseProofOptions): Promise<BaseProof> {
  const { signer, contexts, created, proofPurpose } = options
  const suite = suiteOf(signer)
  if (!isDateTime(created)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'created must be an XML Schema dateTime')
  }
  const mandatoryPointers = withAlwaysMandatory(document, options.mandatoryPointers ?? [])
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: suite.id,
    ...(suite.id === 'bbs-2023' ? {} : { created }),
    verificationMethod: signer.verificationMethod,
    proofPurpose,
  } as const
  const verifyData = await hashBaseProof(document, proof, { contexts, suite, mandatoryPointers })
  const peer = (await suite.load()).createSignCryptosuite()
  const dataIntegrityProof = { signer: peerSigner(signer) }
  return { ...proof, proofValue: await peer.createProofValue({ verifyData, dataIntegrityProof }) }
}

function withAlwaysMandatory(document: JsonObject, chosen: readonly string[]): string[] {
  checkSelection(document, chosen)
  const always = alwaysMandatory.map((member) => `/${member}`)
  return [...new Set([...always.filter((pointer) => selectionFault(document, pointer) === undefined), ...chosen])]
}

/** What is signed: hashes of the proof and of the mandatory statements, and every other statement. */
async function hashBaseProof(
  document: JsonObject,
  proof: JsonObject,
  options: Omit<GroupStatementsOptions, 'hmacKey'>,
): Promise<BaseVerifyData> {
  const { contexts, suite, mandatoryPointers } = options
  const read = await readStatements(document, proof, { contexts, pointer: '/proof' })
  if (!read.ok) throw new UnsignableDocumentError(read.problems)
  const { statements, proofStatements } = read
  const problem = repeatedStatement(statements) ?? statementLimit(suite.id, statements.length, '')
  if (problem !== undefined) throw new UnsignableDocumentError([problem])
  const hmacKey = crypto.getRandomValues(new Uint8Array(32))
  try {
    const groups = await groupStatements(document, statements, { ...options, hmacKey })
    if (groups === undefined) throw new UnsignableDocumentError([indivisible()])
    const { mandatory, nonMandatory } = groups
    const proofHash = sha256((await canonicalize(proofStatements)).nquads)
    return { proofHash, mandatoryHash: sha256(mandatory.join('')), nonMandatory, hmacKey, mandatoryPointers }
  } catch (error) {
    const problem = canonicalizationProblem(error)
    throw problem === undefined ? error : new UnsignableDocumentError([problem])
  }
}
