import type { ContextMember, ContextSource, JsonObject, Problem } from '@testamur/documents'
import type { Canonicalizer, EngineOptions } from '../canonicalize/interface.js'
import type { Signer, VerificationKey } from '../keys/interface.js'

/** What a Data Integrity proof can secure: the envelope that verifiable credentials and presentations have in common. */
export interface SecurableDocument {
  '@context': readonly ContextMember[] | string
  type: readonly string[] | string
  proof?: object | readonly object[] | undefined
}

/** A proof of VC Data Integrity 1.0 (§2.1). */
export interface DataIntegrityProof extends JsonObject {
  id?: string
  type: 'DataIntegrityProof'
  cryptosuite: string
  created?: string
  verificationMethod: string
  proofPurpose: string
  /** What the proof answers, so that it cannot be used again. */
  challenge?: string
  /** Whom the proof is meant for. */
  domain?: string | string[]
  /** Ids of the proofs that this one covers (§2.1.2 Proof Chains). */
  previousProof?: string | string[]
  proofValue: string
}

/** What a cryptosuite needs besides the document. */
export interface CryptosuiteOptions extends EngineOptions {
  /** Where contexts come from; the bundled ones unless the caller adds some. */
  readonly contexts: ContextSource
}

/** Members of a proof that are there when the caller wants them. */
export type OptionalProofMembers = Partial<
  Readonly<Pick<DataIntegrityProof, 'id' | 'challenge' | 'domain' | 'previousProof'>>
>

/** What {@link Cryptosuite.createProof} needs. */
export interface CreateProofOptions extends CryptosuiteOptions {
  readonly signer: Signer
  /** When the proof is made, as XML Schema dateTime. */
  readonly created: string
  readonly proofPurpose: string
  /** Further members of the proof, as they stand. Default: none. */
  readonly members?: OptionalProofMembers | undefined
}

/** What {@link Cryptosuite.verifyProof} needs. */
export interface VerifyProofOptions extends CryptosuiteOptions {
  /** The key that the caller resolved `verificationMethod` to. */
  readonly publicKey: VerificationKey
  /** What the proof must be for. Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
  /** JSON Pointer of the proof, which those of its problems start with. Default `/proof`. */
  readonly pointer?: string | undefined
  /** Canonicalises the document, for instance by way of a cache; not the proof. Default `canonicalize`. */
  readonly canonicalize?: Canonicalizer | undefined
}

/** A cryptosuite of VC Data Integrity 1.0 (§3.1), or a proof type from before; one file per suite, named by its id. */
export interface Cryptosuite {
  /** Registered identifier, such as `eddsa-rdfc-2022`. */
  readonly id: string
  /** The algorithms its keys can have. */
  readonly algorithms: readonly VerificationKey['algorithm'][]
  /**
   * Returns the proof over an unsecured document, which carries no `proof` of its own, except, in a proof chain, those
   * that the new proof covers.
   * @throws {TestamurError} `ERR_UNSIGNABLE_DOCUMENT` when the document says something the proof would not cover;
   * `ERR_ALGORITHM_MISMATCH`, `ERR_MESSAGE_TOO_LONG`, `ERR_SIGNATURE_MALFORMED` for the signer; and what it throws;
   * `ERR_CRYPTOSUITE_UNSUPPORTED` for a suite that is only verified; `ERR_CRYPTOSUITE_NOT_INSTALLED` for one whose
   * package is missing.
   */
  createProof(document: SecurableDocument, options: CreateProofOptions): Promise<DataIntegrityProof>
  /**
   * Returns the problems that keep one proof from covering the unsecured document; none means that the signature is the
   * key's. Whose key it is, and when it may be used, is not checked.
   */
  verifyProof(document: SecurableDocument, proof: JsonObject, options: VerifyProofOptions): Promise<readonly Problem[]>
}
