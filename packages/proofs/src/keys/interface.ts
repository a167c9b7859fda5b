import type { JsonObject } from '@testamur/documents'
import type { Verifier } from '../platform/interface.js'

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
   * Returns the raw signature over `data`: 64 bytes for EdDSA and ES256 (r‖s, not DER), 96 for ES384, for RS256 as many
   * as the modulus has.
   * ES256, ES384 and RS256 hash the data themselves.
   */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array> | Uint8Array
  /** Longest message the back end takes, in bytes. Absent: no limit. */
  readonly maxMessageBytes?: number | undefined
}

/** A public key, ready to check signatures. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm
  /**
   * The key in Multikey form (Controlled Identifiers 1.0 §2.2.2): base58-btc multibase with a multicodec prefix. The
   * table of that section has no header for RSA keys; they stand behind `rsa-pub` (0x1205) as in did:key, as DER
   * `RSAPublicKey` (RFC 8017 §A.1.1).
   */
  readonly publicKeyMultibase: string
}

/** A BLS12-381 public key in group G2, which checks BBS signatures and nothing else. */
export interface BbsPublicKey {
  readonly algorithm: 'BBS'
  /** The key in Multikey form: `zUC7…`. */
  readonly publicKeyMultibase: string
}

/** A key that checks proofs. */
export type VerificationKey = PublicKey | BbsPublicKey

/** A public Ed25519 key as JSON Web Key (RFC 8037 §2). */
export interface OkpPublicJwk extends JsonObject {
  kty: 'OKP'
  crv: 'Ed25519'
  /** The 32 bytes of the key in base64url. */
  x: string
}

/** A public P-256 or P-384 key as JSON Web Key (RFC 7518 §6.2.1). */
export interface EcPublicJwk extends JsonObject {
  kty: 'EC'
  crv: 'P-256' | 'P-384'
  /** The x coordinate in base64url, 32 or 48 bytes. */
  x: string
  /** The y coordinate likewise. */
  y: string
}

/** A public RSA key as JSON Web Key (RFC 7518 §6.3.1). */
export interface RsaPublicJwk extends JsonObject {
  kty: 'RSA'
  /** The modulus in base64url, without leading zero bytes. */
  n: string
  /** The public exponent likewise; nearly always `AQAB`, 65537. */
  e: string
}

/** A public key as JSON Web Key (RFC 7517). */
export type PublicJwk = OkpPublicJwk | EcPublicJwk | RsaPublicJwk

/** A private Ed25519 key as JSON Web Key (RFC 8037 §2). Secret: keep it out of logs and messages. */
export interface OkpPrivateJwk extends OkpPublicJwk {
  /** The 32 bytes of the seed in base64url. */
  d: string
}

/** A private P-256 or P-384 key as JSON Web Key (RFC 7518 §6.2.2). Secret: keep it out of logs and messages. */
export interface EcPrivateJwk extends EcPublicJwk {
  /** The private scalar in base64url, 32 or 48 bytes. */
  d: string
}

/** A private RSA key as JSON Web Key (RFC 7518 §6.3.2), of two primes. Secret: keep it out of logs and messages. */
export interface RsaPrivateJwk extends RsaPublicJwk {
  d: string
  p: string
  q: string
  dp: string
  dq: string
  qi: string
}

/** A private key as JSON Web Key (RFC 7517). Secret: keep it out of logs and messages. */
export type PrivateJwk = OkpPrivateJwk | EcPrivateJwk | RsaPrivateJwk

/** A private key that can sign, and its public key. The private key stays behind `sign`. */
export interface KeyPair {
  readonly publicKey: PublicKey
  readonly sign: Signer['sign']
}

/** What Testamur itself can do with the keys of one algorithm; one file per kind of key. */
export interface KeyAlgorithm {
  readonly algorithm: SignatureAlgorithm
  /** What JSON Web Keys of this kind say. */
  readonly jwk: {
    readonly kty: PublicJwk['kty']
    /** Absent for RSA. */
    readonly crv?: string | undefined
    /** The values of `alg` that allow these signatures. */
    readonly algs: readonly string[]
    /** Members that make the private key; nothing else in a JWK matters. */
    readonly privateMembers: readonly string[]
  }
  /** Returns the raw bytes of the Multikey of a public JWK; undefined when its numbers are no such key. */
  bytesFromJwk(jwk: Readonly<Record<string, unknown>>): Uint8Array | undefined
  /** Returns the public JWK of the raw bytes of a Multikey; undefined when they are no such key. */
  jwkFromBytes(bytes: Uint8Array): PublicJwk | undefined
  /** Returns the private key that bytes stand for; undefined when they stand for none. Absent for RSA. */
  privateJwkFromBytes?(bytes: Uint8Array): Promise<PrivateJwk | undefined>
  /** Makes a private key. */
  generateJwk(): Promise<PrivateJwk>
  /** Returns the key pair of a private key; undefined when it is malformed or its halves do not belong together. */
  keyPair(jwk: Readonly<Record<string, unknown>>): Promise<KeyPair | undefined>
  /** Returns what checks signatures by the key in the raw bytes of a Multikey. */
  verifier(publicKey: Uint8Array): Verifier
}
