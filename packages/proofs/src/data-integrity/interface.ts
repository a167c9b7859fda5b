import type { ContextSource } from '@testamur/documents'
import type { CanonicalizationCache } from '../canonicalize/interface.js'
import type { PublicKey, Signer } from '../keys/interface.js'

/** Options of {@link addProof}. */
export interface AddProofOptions {
  /** Who signs. */
  readonly signer: Signer
  /** Where contexts come from: `contextSource()` for the bundled ones. */
  readonly contexts: ContextSource
  /** Default by the signer's algorithm: `eddsa-rdfc-2022` for EdDSA. */
  readonly cryptosuite?: string | undefined
  /** When the proof is made, kept to the second. Default: the time of the call. */
  readonly created?: Date | undefined
  /** Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
}

/** Options of {@link verifyDataIntegrityProof}. */
export interface VerifyDataIntegrityProofOptions {
  /** The key that the proof's `verificationMethod` was resolved to. */
  readonly publicKey: PublicKey
  /** Where contexts come from: `contextSource()` for the bundled ones. */
  readonly contexts: ContextSource
  /** JSON Pointer of the proof, `/proof` or `/proof/<index>`. Default `/proof`. */
  readonly pointer?: string | undefined
  /** What the proof must be for. Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
  /** When the proof must not have expired yet. Default: the time of the call. */
  readonly now?: Date | undefined
  /**
   * Lets several proofs of this very document object share its canonical form; proofs with `previousProof` cover more
   * and share nothing. The document must not change while the cache lives. Default: none.
   */
  readonly cache?: CanonicalizationCache | undefined
}
