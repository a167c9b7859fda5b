/** An Ed25519 key pair (RFC 8032). The private key stays behind `sign`. */
export interface Ed25519KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** Returns the 64-byte signature over `data`. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
}

/** Ed25519 (RFC 8032), pure: neither pre-hashed nor with a context. */
export interface Ed25519 {
  /** Returns the key pair of a 32-byte seed (RFC 8032 §5.1.5). */
  keyPair(seed: Uint8Array): Promise<Ed25519KeyPair>
  /** True when `signature` is the key's over `data`; false for whatever is no signature or no key. */
  verify(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): Promise<boolean>
}

/** What `#platform` resolves to: `node.ts` on Node, `web.ts` everywhere else. */
export interface Platform {
  /** Returns the SHA-256 digest (32 bytes) of bytes, or of the UTF-8 of a text. */
  sha256(data: Uint8Array | string): Uint8Array
  readonly ed25519: Ed25519
}
