import type { ContextSource, JsonObject } from '@testamur/documents'
import type { Signer } from '../keys/interface.js'

/**
 * A cryptosuite whose proofs the holder can cut down: the issuer makes a *base proof* over every statement, for the
 * holder alone; the holder *derives* from it a credential that discloses some of them, and verifiers see only that.
 * Of bbs-2023 the baseline is supported, without holder binding and pseudonyms.
 */
export type SelectiveDisclosureCryptosuiteId = 'ecdsa-sd-2023' | 'bbs-2023'

/**
 * Whatever can make BBS signatures. They are over a header and a list of messages, each of which can be withheld later,
 * so a {@link Signer}, which signs bytes, cannot stand in.
 */
export interface BbsSigner {
  /** URL of the public key, as the proof will name it. */
  readonly verificationMethod: string
  readonly algorithm: 'BBS'
  /** The BLS12-381 public key, in group G2, as Multikey: `zUC7…`. */
  readonly publicKeyMultibase: string
  /** Returns the signature of 80 bytes over header and messages, with ciphersuite BLS12-381-SHA-256. */
  readonly signMessages: (header: Uint8Array, messages: readonly Uint8Array[]) => Promise<Uint8Array>
}

/** A BLS12-381 key pair in Multikey form (Controlled Identifiers 1.0 §2.2.2). `secretKeyMultibase` is secret. */
export interface BbsKey {
  readonly publicKeyMultibase: string
  readonly secretKeyMultibase: string
}

/** A base proof, for the holder alone. */
export interface BaseProof extends JsonObject {
  type: 'DataIntegrityProof'
  cryptosuite: SelectiveDisclosureCryptosuiteId
  /** Not in bbs-2023: a time to the second would tell whose credential a derived one comes from. */
  created?: string
  verificationMethod: string
  proofPurpose: string
  proofValue: string
}

/** What {@link createBaseProof} needs. */
export interface CreateBaseProofOptions {
  /** Who signs; decides the cryptosuite: a P-256 key (`ES256`) makes ecdsa-sd-2023, a BLS12-381 key bbs-2023. */
  readonly signer: Signer | BbsSigner
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /**
   * JSON Pointers to what every derived credential must disclose, besides what always must: the members of the
   * credential that decide whose it is and whether it is valid. Default: nothing more.
   */
  readonly mandatoryPointers?: readonly string[] | undefined
  /** When the proof is made, as XML Schema dateTime; not told in a proof of bbs-2023. */
  readonly created: string
  readonly proofPurpose: string
}

/** Options of {@link addBaseProof}. */
export interface AddBaseProofOptions extends Omit<CreateBaseProofOptions, 'created' | 'proofPurpose'> {
  /** Default: the time of the call, to the second. */
  readonly created?: Date | undefined
  /** Default `assertionMethod`. */
  readonly proofPurpose?: string | undefined
}

/** Options of {@link deriveCredential}. */
export interface DeriveCredentialOptions {
  /**
   * JSON Pointers to what is disclosed, besides what the issuer made mandatory. `''` is the whole credential. With
   * whatever is disclosed go the `id` and `type` of each object it stands in.
   */
  readonly selectivePointers: readonly string[]
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /** JSON Pointer of the base proof, when there are several: `/proof/<index>`. Default: the only one. */
  readonly pointer?: string | undefined
  /** bbs-2023: bytes of the verifier, such as its challenge, that the derived proof is bound to. Default: none. */
  readonly presentationHeader?: Uint8Array | undefined
}

/** Options of {@link verifyDerivedProof}. */
export interface VerifyDerivedProofOptions {
  readonly cryptosuite: SelectiveDisclosureCryptosuiteId
  /**
   * The key that `verificationMethod` was resolved to, as Multikey: for ecdsa-sd-2023 of P-256 (`zDn…`), for bbs-2023 of
   * BLS12-381 in group G2 (`zUC7…`).
   */
  readonly publicKeyMultibase: string
  /** Where contexts come from; never the network. */
  readonly contexts: ContextSource
  /** JSON Pointer of the proof, which those of its problems start with. Default `/proof`. */
  readonly pointer?: string | undefined
  /** bbs-2023: the bytes that the derived proof must be bound to. Default: any. */
  readonly presentationHeader?: Uint8Array | undefined
}
