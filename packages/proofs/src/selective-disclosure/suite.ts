import type { JsonObject } from '@testamur/documents'
import type { CborValue } from './cbor.js'
import type { DocumentLoader } from './document-loader.js'
import type { SelectiveDisclosureCryptosuiteId } from './interface.js'

/** What this room knows of one cryptosuite; its cryptography is in packages that are loaded when they are first used. */
export interface SelectiveDisclosureCryptosuite {
  readonly id: SelectiveDisclosureCryptosuiteId
  /** What `npm install` installs to make base proofs and to verify derived ones. */
  readonly packages: string
  /** The keys it needs, for people. */
  readonly keyName: string
  /** True for the Multikey of such a key. */
  isPublicKey(publicKeyMultibase: string): boolean
  /** Returns the labels that nodes get instead of the canonical ones, which would tell what is withheld. */
  labels(canonical: ReadonlyMap<string, string>, hmacKey: Uint8Array): ReadonlyMap<string, string>
  /** Returns what a base proof holds, or `undefined` when these are no items of one. */
  readBaseProof(items: readonly CborValue[]): BaseProofContent | undefined
  /** Returns what verifiers must know of a derived proof, or `undefined` when these are no items of one. */
  readDerivedProof(items: readonly CborValue[]): DerivedProofContent | undefined
  /** @throws {ProofsError} `ERR_CRYPTOSUITE_NOT_INSTALLED` */
  load(): Promise<PeerCryptosuites>
}

/** What a base proof holds. */
export interface BaseProofContent {
  readonly mandatoryPointers: readonly string[]
  readonly hmacKey: Uint8Array
  /**
   * Returns the items of a derived proof, or `undefined` when the base proof is not over so many statements.
   * @throws {ProofsError} `ERR_CRYPTOSUITE_NOT_INSTALLED`
   */
  derive(disclosure: Disclosure): Promise<readonly CborValue[] | undefined>
}

/** What is disclosed, as the cryptosuites count it. */
export interface Disclosure {
  /** Every statement that is not mandatory, in order, as line of N-Quads. */
  readonly nonMandatory: readonly string[]
  /** Positions of those that are disclosed. */
  readonly selectiveIndexes: readonly number[]
  /** Positions of the mandatory statements among all that are disclosed. */
  readonly mandatoryIndexes: readonly number[]
  /** The label of each node in canonical order of what is disclosed. */
  readonly labels: readonly string[]
  readonly presentationHeader: Uint8Array
}

/** What verifiers must know of a derived proof besides whether it is good. */
export interface DerivedProofContent {
  /** How many statements were signed and neither disclosed nor mandatory, as far as it costs time to check. */
  readonly withheld: number
  /** What the proof was bound to when it was derived. */
  readonly presentationHeader: Uint8Array | undefined
}

/** The cryptosuite objects of a package of Digital Bazaar that are used here. */
export interface PeerCryptosuites {
  createSignCryptosuite(): PeerSigning
  createVerifyCryptosuite(): PeerVerifying
}

/** Makes base proofs of what is signed. */
export interface PeerSigning {
  createProofValue(options: {
    readonly verifyData: BaseVerifyData
    readonly dataIntegrityProof: { readonly signer: PeerSigner }
  }): Promise<string>
}

/** What a base proof is over. */
export interface BaseVerifyData {
  readonly proofHash: Uint8Array
  readonly mandatoryPointers: readonly string[]
  readonly mandatoryHash: Uint8Array
  readonly nonMandatory: readonly string[]
  readonly hmacKey: Uint8Array
}

/** Verifies derived proofs: the key is the caller's, never looked up. */
export interface PeerVerifying {
  createVerifyData(options: {
    readonly cryptosuite: object
    readonly document: JsonObject
    readonly proof: JsonObject
    readonly documentLoader: DocumentLoader
  }): Promise<unknown>
  createVerifier(options: {
    readonly verificationMethod: { readonly type: 'Multikey'; readonly publicKeyMultibase: string }
  }): Promise<{ verify(options: { readonly data: unknown }): Promise<boolean> }>
}

/** What signs: bytes, or for BBS a header and messages. */
export type PeerSigner =
  | { sign(options: { readonly data: Uint8Array }): Promise<Uint8Array> }
  | {
      readonly publicKey: Uint8Array
      multisign(options: { readonly header: Uint8Array; readonly messages: readonly Uint8Array[] }): Promise<Uint8Array>
    }
