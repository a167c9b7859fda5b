/** `corrupt`: the data breaks its format. `too-large`: it would grow past `maxBytes`. Data that does both may be either. */
export type InflateReason = 'corrupt' | 'too-large'

/** The inflated bytes, or why there are none. */
export type InflateResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: InflateReason }

/** What a {@link PlatformInflate} is told about its input. */
export interface PlatformInflateOptions {
  /** A zlib stream (RFC 1950), whose header and checksum are checked, or the bare DEFLATE stream (RFC 1951). */
  readonly format: 'zlib' | 'deflate'
  /** Most bytes that come out. */
  readonly maxBytes: number
}

/**
 * Returns what one whole stream holds, or why not: it is corrupt when its end is missing, when anything stands behind its
 * end, and when it asks for a preset dictionary. Gives up soon after the output passes `maxBytes`.
 */
export type PlatformInflate = (packed: Uint8Array, options: PlatformInflateOptions) => Promise<InflateResult>
