import type { JsonObject } from '@testamur/documents'

/** Signature algorithms by their JOSE names (RFC 7518, RFC 8037). */
export type SignatureAlgorithm = 'EdDSA' | 'ES256' | 'ES384' | 'RS256'

/**
 * Whatever can sign: a key in memory, a file, an HSM, a cloud key service. A plain object literal is enough.
 *
 * Testamur checks nothing about the key behind it; a signature that the public key of `verificationMethod` does not
 * confirm is only found when the record is verified.
 */
export interface Signer {
  /** URL of the public key, as the proof will name it: a DID URL or an https URL with a fragment. */
  readonly verificationMethod: string
  /** What `sign` computes. */
  readonly algorithm: SignatureAlgorithm
  /**
   * Returns the raw signature over `data`: 64 bytes for EdDSA and ES256 (r‖s, not DER), 96 for ES384.
   * ES256, ES384 and RS256 hash the data themselves.
   */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array> | Uint8Array
  /** Longest message the back end takes, in bytes. Absent: no limit. */
  readonly maxMessageBytes?: number | undefined
}

/** A public key, ready to check signatures. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm
  /** The key in Multikey form (Controlled Identifiers 1.0 §2.2.2): base58-btc multibase with a multicodec prefix. */
  readonly publicKeyMultibase: string
}

/** A public Ed25519 key as JSON Web Key (RFC 8037 §2). */
export interface PublicJwk extends JsonObject {
  kty: 'OKP'
  crv: 'Ed25519'
  /** The 32 bytes of the key in base64url. */
  x: string
}

/** A private Ed25519 key as JSON Web Key (RFC 8037 §2). Secret: keep it out of logs and messages. */
export interface PrivateJwk extends PublicJwk {
  /** The 32 bytes of the seed in base64url. */
  d: string
}

/** A private key that can sign, and its public key. The private key stays behind `sign`. */
export interface KeyPair {
  readonly publicKey: PublicKey
  readonly sign: Signer['sign']
}

/** What Testamur itself can do with the keys of one algorithm; one file per algorithm. */
export interface KeyAlgorithm {
  /** Makes a private key. */
  generateJwk(): Promise<PrivateJwk>
  /** Returns the key pair of a private key; undefined when it is malformed or its halves do not belong together. */
  keyPair(jwk: PrivateJwk): Promise<KeyPair | undefined>
  /** True when the signature is good. `publicKey` holds the raw bytes of the Multikey. */
  verify(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): Promise<boolean>
}
