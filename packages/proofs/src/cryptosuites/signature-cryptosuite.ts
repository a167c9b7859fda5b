import type { JsonObject } from '@testamur/documents'
import type { EngineOptions, HashAlgorithm } from '../canonicalize/interface.js'
import { isDateTime } from '../date-time.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import type { Signer, VerificationKey } from '../keys/interface.js'
import { decodeBase58Multibase, encodeBase58Multibase } from '../keys/multikey.js'
import { rawSignature } from '../keys/raw-signature.js'
import { verifySignature } from '../keys/signature.js'
import { problem } from '../problems.js'
import type {
  CreateProofOptions,
  Cryptosuite,
  DataIntegrityProof,
  SecurableDocument,
  VerifyProofOptions,
} from './interface.js'
import { asJson } from './json-document.js'
import { keyAlgorithmProblem, type ProofExpectations, proofProblems } from './proof-problems.js'
import { type SignatureForm, type SuiteAlgorithm, signatureForms } from './signature-form.js'
import { hashTransformation, type Transformation, type TransformationResult } from './transformation.js'

/** What a transformation may need. */
export type TransformOptions = Pick<
  VerifyProofOptions,
  'contexts' | 'canonicalize' | 'pointer' | keyof EngineOptions
> & {
  readonly hash: HashAlgorithm
}

/** What tells one suite with a single signature from another. */
export interface SignatureCryptosuite {
  readonly id: string
  readonly algorithms: readonly SuiteAlgorithm[]
  /** Returns document and proof configuration in canonical form. */
  readonly transform: (
    document: JsonObject,
    proof: JsonObject,
    options: TransformOptions,
  ) => Promise<TransformationResult> | TransformationResult
  /** Members that the suite takes from the document into the proof. Default: none. */
  readonly membersFrom?: ((document: JsonObject) => JsonObject) | undefined
  /** Throws for what must not be signed, although it can be verified. Default: nothing is refused. */
  readonly refuse?: ((transformation: Transformation) => void) | undefined
}

/**
 * Returns a suite that signs the hashes of proof configuration and document and writes its signature in base58-btc. The
 * steps are those of VC Data Integrity EdDSA Cryptosuites 1.0 §3.2, which those of its jcs suite and of the ECDSA suites
 * repeat.
 */
export function signatureCryptosuite(suite: SignatureCryptosuite): Cryptosuite {
  const { id, algorithms, transform } = suite
  const kind = { id, algorithms, transform, type: 'DataIntegrityProof', cryptosuite: id }
  return {
    id,
    algorithms,
    createProof: (document, options) => createProof(suite, document, options),
    verifyProof: (document, proof, options) => verifySignatureProof(kind, document, proof, options),
  }
}

/** §3.2.1 Create Proof */
async function createProof(
  suite: SignatureCryptosuite,
  document: SecurableDocument,
  options: CreateProofOptions,
): Promise<DataIntegrityProof> {
  const { signer, created, proofPurpose, members, contexts, engine, fallback, crossCheckRate } = options
  const form = formOf(suite, signer)
  if (form === undefined) throw algorithmMismatch(suite, signer)
  if (!isDateTime(created)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'created must be an XML Schema dateTime')
  }
  // Step 1: the proof options.
  const unsecured = asJson(document)
  const proofOptions = {
    ...members,
    type: 'DataIntegrityProof',
    cryptosuite: suite.id,
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose,
    ...suite.membersFrom?.(unsecured),
  } as const
  // Steps 2 and 3: proof configuration and transformation.
  const transformOptions = { contexts, engine, fallback, crossCheckRate, hash: form.hash }
  const transformed = await suite.transform(unsecured, proofOptions, transformOptions)
  if (!transformed.ok) throw new UnsignableDocumentError(transformed.problems)
  suite.refuse?.(transformed)
  // Steps 4 to 6: hashing, proof serialization, multibase.
  const tooLongAdvice = 'Sign with another key'
  const signature = await rawSignature(hashTransformation(transformed, form), { signer, tooLongAdvice })
  // The options are ours alone. A copy of them takes several times as long.
  return Object.assign(proofOptions, { proofValue: encodeBase58Multibase(signature) })
}

/** Proofs with a single signature that are verified in one way, and what they must name themselves. */
export interface SignatureProofKind
  extends Pick<SignatureCryptosuite, 'id' | 'algorithms' | 'transform'>,
    Pick<ProofExpectations, 'type' | 'cryptosuite'> {}

/** §3.2.2 Verify Proof */
export async function verifySignatureProof(
  suite: SignatureProofKind,
  document: SecurableDocument,
  proof: JsonObject,
  options: VerifyProofOptions,
): ReturnType<Cryptosuite['verifyProof']> {
  const { publicKey, proofPurpose = 'assertionMethod', pointer = '/proof' } = options
  const { contexts, canonicalize, engine, fallback, crossCheckRate } = options
  const unsecured = asJson(document)
  const { type, cryptosuite } = suite
  const problems = proofProblems(unsecured, proof, { type, cryptosuite, proofPurpose, pointer })
  const form = formOf(suite, publicKey)
  if (form === undefined || publicKey.algorithm === 'BBS') {
    return [...problems, keyAlgorithmProblem(suite, publicKey, pointer)]
  }
  // Step 3: the signature. Steps 1 and 2, taking it and the proof from the document, are the caller's and transform's.
  const { proofValue } = proof
  const signature = typeof proofValue === 'string' ? decodeBase58Multibase(proofValue) : undefined
  if (signature?.length !== form.signatureBytes) {
    const detail = `A signature of ${form.signatureBytes} bytes in base58-btc multibase (z…) was expected.`
    return [...problems, problem('proof-malformed', `${pointer}/proofValue`, detail)]
  }
  if (problems.length > 0) return problems
  // Steps 4 to 6.
  const { hash } = form
  const transformOptions = { contexts, canonicalize, engine, fallback, crossCheckRate, pointer, hash }
  const transformed = await suite.transform(unsecured, proof, transformOptions)
  if (!transformed.ok) return transformed.problems
  // Step 7, §3.2.7 Proof Verification.
  if (await verifySignature(hashTransformation(transformed, form), { signature, publicKey })) return []
  return [problem('signature-invalid', pointer, 'The document, the proof or the key is not the one that was signed.')]
}

function formOf(
  { algorithms }: Pick<SignatureCryptosuite, 'algorithms'>,
  { algorithm }: Signer | VerificationKey,
): SignatureForm | undefined {
  const supported = algorithms.find((candidate) => candidate === algorithm)
  return supported && signatureForms[supported]
}

function algorithmMismatch({ id, algorithms }: SignatureCryptosuite, signer: Signer): ProofsError {
  const message = `${id} needs a signer for ${algorithms.join(' or ')}, not ${signer.algorithm}`
  return new ProofsError('ERR_ALGORITHM_MISMATCH', message, { advice: 'Choose another cryptosuite or another key' })
}
