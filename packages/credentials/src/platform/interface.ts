/** What `#platform` resolves to: `node.ts` on Node, `web.ts` everywhere else. */
export interface Platform {
  /** Returns the SHA-256 digest of the UTF-8 of a text, in small hexadecimal digits. */
  sha256Hex(text: string): string
  /**
   * Returns the MD5 digest of the UTF-8 of a text, in small hexadecimal digits; `undefined` where the machine forbids
   * MD5, as one does that keeps to FIPS 140.
   */
  md5Hex(text: string): string | undefined
  /** Returns bytes in small hexadecimal digits. */
  hexFromBytes(bytes: Uint8Array): string
}
