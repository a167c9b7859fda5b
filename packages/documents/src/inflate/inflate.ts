import { platformInflate } from '#platform'
import { TestamurError } from '../errors.js'
import type { InflateResult, PlatformInflate } from '../platform/platform-inflate.js'
import { inflateGzipMember } from './gzip-member.js'
import type { InflateOptions } from './interface.js'

/**
 * Returns the bytes inside one gzip member (RFC 1952) or one zlib stream (RFC 1950), or why there are none: `corrupt`
 * or `too-large`. Never rejects for bad data, and never gives out part of it.
 *
 * Made for data from strangers. Corrupt are: truncated data, a checksum or length that does not fit, reserved flags, a
 * preset dictionary, anything behind the end, and a second gzip member. The last is permitted by RFC 1952 §2.2, but
 * readers disagree about what it means. Data that is corrupt and would grow past `maxBytes` may be called either.
 *
 * The platform inflates: `node:zlib` on Node, Compression Streams elsewhere (browsers since 2023). It is stopped when
 * its output passes `maxBytes`, at most 16 KiB later on Node and 4 MiB elsewhere. Two or three times `maxBytes` may be in
 * memory for a moment, while the output is put together and its end is checked, and Node does not yield meanwhile; so
 * keep `maxBytes` at what you need.
 *
 * Rejects with `ERR_INVALID_OPTION` for an unknown format or a `maxBytes` that is no positive integer.
 *
 * @example
 * ```ts
 * import { inflate } from '@testamur/documents/inflate'
 *
 * const member = Uint8Array.from(atob('H4sIAAAAAAAAA0ssTyxKBQBxHlz9BQAAAA=='), (c) => c.charCodeAt(0))
 * const result = await inflate(member, { format: 'gzip', maxBytes: 1024 })
 * console.log(result.ok ? new TextDecoder().decode(result.bytes) : result.reason) // aware
 * ```
 */
export async function inflate(bytes: Uint8Array, options: InflateOptions): Promise<InflateResult> {
  return inflateBy(platformInflate, bytes, options)
}

/** {@link inflate} by a platform of choice. */
export async function inflateBy(
  inflateStream: PlatformInflate,
  bytes: Uint8Array,
  { format, maxBytes }: InflateOptions,
): Promise<InflateResult> {
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) throw invalidOption('maxBytes must be a positive integer')
  if (format === 'gzip') return inflateGzipMember(inflateStream, bytes, maxBytes)
  if (format === 'zlib') return inflateStream(bytes, { format, maxBytes })
  throw invalidOption('format must be "gzip" or "zlib"')
}

function invalidOption(message: string): TestamurError<'ERR_INVALID_OPTION'> {
  return new TestamurError('ERR_INVALID_OPTION', message)
}
