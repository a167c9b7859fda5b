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
