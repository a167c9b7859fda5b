import type { ContextSource } from '@testamur/documents'
import type { CanonicalizationCache, EngineOptions } from '../canonicalize/interface.js'
import type { Signer, VerificationKey } from '../keys/interface.js'

/** Options of {@link addProof}. */
export interface AddProofOptions extends EngineOptions {
  /** Who signs. */
  readonly signer: Signer
  /** Where contexts come from: `contextSource()` for the bundled ones. */
  readonly contexts: ContextSource
  /** Default by the signer's algorithm: `eddsa-rdfc-2022` for EdDSA, `ecdsa-rdfc-2019` for ES256 and ES384. */
  readonly cryptosuite?: string | undefined
  /** When the proof is made, kept to the second. Default: the time of the call. */
  readonly created?: Date | undefined
  /** Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
  /** What the proof answers, as whoever asked for it gave it. Default: none. */
  readonly challenge?: string | undefined
  /** Whom the proof is meant for, for instance the origin of a web site, or several. Default: anybody. */
  readonly domain?: string | readonly string[] | undefined
  /** URL by which later proofs can name this one, such as a `urn:uuid:`; no other proof may have it. Default: none. */
  readonly id?: string | undefined
  /** Ids of the document's proofs that this one covers too (§2.1.2 Proof Chains). Default: none, as in a proof set. */
  readonly previousProof?: string | readonly string[] | undefined
}

/** Options of {@link verifyDataIntegrityProof}. */
export interface VerifyDataIntegrityProofOptions extends EngineOptions {
  /** The key that the proof's `verificationMethod` was resolved to. */
  readonly publicKey: VerificationKey
  /** Where contexts come from: `contextSource()` for the bundled ones. */
  readonly contexts: ContextSource
  /** JSON Pointer of the proof, `/proof` or `/proof/<index>`. Default `/proof`. */
  readonly pointer?: string | undefined
  /** What the proof must be for. Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
  /** What the proof must answer. Default: anything, or nothing. */
  readonly challenge?: string | undefined
  /** Whom the proof must be meant for, and nobody else. Default: anybody. */
  readonly domain?: string | undefined
  /** When the proof must not have expired yet. Default: the time of the call. */
  readonly now?: Date | undefined
  /**
   * Lets several proofs of this very document object share its canonical form; proofs with `previousProof` cover more
   * and share nothing. The document must not change while the cache lives. Default: none.
   */
  readonly cache?: CanonicalizationCache | undefined
}
