/** What {@link inflate} reads: one gzip member (RFC 1952) or one zlib stream (RFC 1950). */
export type InflateFormat = 'gzip' | 'zlib'

/** Options of {@link inflate}. */
export interface InflateOptions {
  readonly format: InflateFormat
  /** Most bytes that come out. */
  readonly maxBytes: number
}
