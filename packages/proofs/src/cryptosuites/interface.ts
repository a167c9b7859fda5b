import type { ContextSource, JsonObject, Problem, VerifiableCredential } from '@testamur/documents'
import type { Canonicalizer } from '../canonicalize/interface.js'
import type { PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'

/** A proof of VC Data Integrity 1.0 (§2.1). */
export interface DataIntegrityProof extends JsonObject {
  type: 'DataIntegrityProof'
  cryptosuite: string
  created?: string
  verificationMethod: string
  proofPurpose: string
  proofValue: string
}

/** What a cryptosuite needs besides the document. */
export interface CryptosuiteOptions {
  /** Where contexts come from; the bundled ones unless the caller adds some. */
  readonly contexts: ContextSource
}

/** What {@link Cryptosuite.createProof} needs. */
export interface CreateProofOptions extends CryptosuiteOptions {
  readonly signer: Signer
  /** When the proof is made, as XML Schema dateTime. */
  readonly created: string
  readonly proofPurpose: string
}

/** What {@link Cryptosuite.verifyProof} needs. */
export interface VerifyProofOptions extends CryptosuiteOptions {
  /** The key that the caller resolved `verificationMethod` to. */
  readonly publicKey: PublicKey
  /** What the proof must be for. Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
  /** JSON Pointer of the proof, which those of its problems start with. Default `/proof`. */
  readonly pointer?: string | undefined
  /** Canonicalises the document, for instance by way of a cache; not the proof. Default `canonicalizeByReference`. */
  readonly canonicalize?: Canonicalizer | undefined
}

/** A cryptosuite of VC Data Integrity 1.0 (§3.1); one file per suite, named by its registered id. */
export interface Cryptosuite {
  /** Registered identifier, such as `eddsa-rdfc-2022`. */
  readonly id: string
  /** The algorithm its signers must have. */
  readonly algorithm: SignatureAlgorithm
  /**
   * Returns the proof over an unsecured document, which carries no `proof` of its own, except, in a proof chain, those
   * that the new proof covers.
   * @throws {TestamurError} `ERR_UNSIGNABLE_DOCUMENT` when the document says something the proof would not cover;
   * `ERR_ALGORITHM_MISMATCH`, `ERR_MESSAGE_TOO_LONG`, `ERR_SIGNATURE_MALFORMED` for the signer; and what it throws.
   */
  createProof(document: VerifiableCredential, options: CreateProofOptions): Promise<DataIntegrityProof>
  /**
   * Returns the problems that keep one proof from covering the unsecured document; none means that the signature is the
   * key's. Whose key it is, and when it may be used, is not checked.
   */
  verifyProof(
    document: VerifiableCredential,
    proof: JsonObject,
    options: VerifyProofOptions,
  ): Promise<readonly Problem[]>
}
