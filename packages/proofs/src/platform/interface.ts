/** A key pair that signs. The private key stays behind `sign`. */
export interface SigningKeyPair {
  /** The bytes that a Multikey holds: for Ed25519 the key, for P-256 and P-384 the compressed point. */
  readonly publicKey: Uint8Array
  /** Returns the raw signature over `data`. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
}

/** True when `signature` is the key's over `data`; false for whatever is none. */
export type Verifier = (signature: Uint8Array, data: Uint8Array) => Promise<boolean>

/** Signatures by keys of one elliptic curve, with the hash that belongs to it. */
export interface EllipticCurve {
  /** Returns the key pair of a private key; rejects when the bytes are none. */
  keyPair(privateKey: Uint8Array): Promise<SigningKeyPair>
  /**
   * Returns what checks signatures by a public key, with the key made ready: keep it for the next signature. For bytes
   * that are no key, it says no to everything.
   */
  verifier(publicKey: Uint8Array): Verifier
}

/** Ed25519 (RFC 8032), pure: neither pre-hashed nor with a context. Private keys are seeds of 32 bytes (§5.1.5). */
export type Ed25519 = EllipticCurve

/**
 * ECDSA (FIPS 186-5 §6) on P-256 with SHA-256 or on P-384 with SHA-384. Signatures are r‖s in 64 or 96 bytes, with any s
 * in range; private keys are scalars in 32 or 48 bytes, public keys compressed points (SEC 1 §2.3.3) in 33 or 49.
 */
export type Ecdsa = EllipticCurve

/** An RSA public key as JSON Web Key (RFC 7518 §6.3.1). */
export interface RsaPublicNumbers {
  /** The modulus, big-endian, in base64url. */
  readonly n: string
  /** The public exponent, likewise. */
  readonly e: string
}

/** An RSA private key as JSON Web Key (RFC 7518 §6.3.2), of two primes, complete. */
export interface RsaPrivateNumbers extends RsaPublicNumbers {
  readonly d: string
  readonly p: string
  readonly q: string
  readonly dp: string
  readonly dq: string
  readonly qi: string
}

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2) with SHA-256. What sizes and exponents are acceptable, the caller decides. */
export interface Rsa {
  /** Makes a private key with the public exponent 65537. */
  generate(modulusBits: number): Promise<RsaPrivateNumbers>
  /** Returns what signs with a private key; rejects when the numbers are none. */
  signer(privateKey: RsaPrivateNumbers): Promise<SigningKeyPair['sign']>
  /** Returns what checks signatures by a public key; see {@link EllipticCurve.verifier}. */
  verifier(publicKey: RsaPublicNumbers): Verifier
}

/** Bytes, a text, or the pieces of a text, none of which ends within a surrogate pair. */
export type HashedData = Uint8Array | string | readonly string[]

/** What `#platform` resolves to: `node.ts` on Node, `web.ts` everywhere else. */
export interface Platform {
  /** Returns the SHA-256 digest (32 bytes) of bytes, or of the UTF-8 of a text or its pieces. */
  sha256(data: HashedData): Uint8Array
  /** Returns the SHA-384 digest (48 bytes) of bytes, or of the UTF-8 of a text or its pieces. */
  sha384(data: HashedData): Uint8Array
  /** Returns the digest of the UTF-8 of a text, in lower-case hexadecimal digits. */
  hexDigest(hash: 'SHA-256' | 'SHA-384', text: string): string
  /** Returns base64url text without padding (RFC 7515 §2). */
  base64urlFromBytes(bytes: Uint8Array): string
  /** Returns the bytes of a text that is known to be base64url without padding; for others, see `decodeBase64url`. */
  bytesFromBase64url(text: string): Uint8Array
  readonly ed25519: Ed25519
  readonly p256: Ecdsa
  readonly p384: Ecdsa
  readonly rsa: Rsa
}
