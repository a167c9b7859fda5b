import type { ContextSource, JsonObject, Problem, VerifiableCredential } from '@testamur/documents'
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

/** A cryptosuite of VC Data Integrity 1.0 (§3.1); one file per suite, named by its registered id. */
export interface Cryptosuite {
  /** Registered identifier, such as `eddsa-rdfc-2022`. */
  readonly id: string
  /** The algorithm its signers must have. */
  readonly algorithm: SignatureAlgorithm
  /**
   * Returns the proof over an unsecured document.
   * @throws {TestamurError} `ERR_UNSIGNABLE_DOCUMENT` when the document says something the proof would not cover.
   */
  createProof(
    document: VerifiableCredential,
    options: CryptosuiteOptions & { readonly signer: Signer; readonly created: string; readonly proofPurpose: string },
  ): Promise<DataIntegrityProof>
  /** Returns the problems that keep one proof from covering the document; none means that the signature is good. */
  verifyProof(
    document: VerifiableCredential,
    proof: JsonObject,
    options: CryptosuiteOptions & { readonly publicKey: PublicKey },
  ): Promise<readonly Problem[]>
}
