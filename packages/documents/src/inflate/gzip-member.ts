import { platformCrc32 } from '#platform'
import { crc32 } from '../platform/crc32.js'
import type { InflateResult, PlatformInflate } from '../platform/platform-inflate.js'

const corrupt: InflateResult = { ok: false, reason: 'corrupt' }

/** CRC-32 and length of the content. */
const trailerBytes = 8

/**
 * Reads one gzip member (RFC 1952 §2.3), header, data and trailer, with all of its checks. RFC 1952 §2.2 permits a file
 * of several members; readers differ over what such a file says (Compression Streams refuse a second member, Node joins
 * them, others stop), so only one is accepted, and nothing behind it. To find a second one takes the bare DEFLATE
 * stream: a platform that joins members does not tell that it did.
 */
export async function inflateGzipMember(
  inflateStream: PlatformInflate,
  bytes: Uint8Array,
  maxBytes: number,
): Promise<InflateResult> {
  const start = headerLength(bytes)
  const end = bytes.length - trailerBytes
  if (start === undefined) return corrupt
  const inflated = await inflateStream(bytes.subarray(start, end), { format: 'deflate', maxBytes })
  if (!inflated.ok) return inflated
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, trailerBytes)
  const crc = await platformCrc32(inflated.bytes)
  const isIntact = trailer.getUint32(0, true) === crc && trailer.getUint32(4, true) === inflated.bytes.length >>> 0
  return isIntact ? inflated : corrupt
}

/** Flags of a gzip header. */
const headerCrc = 0x02
const extraField = 0x04
const fileName = 0x08
const comment = 0x10
const reserved = 0xe0

/** Where the data begins, undefined when the header is none; of a cut off one it may lie behind the end, where there is no data. */
function headerLength(bytes: Uint8Array): number | undefined {
  const [id1, id2, method, flags = 0] = bytes
  if (id1 !== 0x1f || id2 !== 0x8b || method !== 8 || flags & reserved) return undefined
  const uint16At = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  let end = 10
  if (flags & extraField) end += 2 + uint16At(end)
  for (const text of [fileName, comment]) {
    if (!(flags & text)) continue
    const zero = bytes.indexOf(0, end)
    if (zero < 0) return undefined
    end = zero + 1
  }
  if (flags & headerCrc) {
    if (uint16At(end) !== (crc32(bytes.subarray(0, end)) & 0xffff)) return undefined
    end += 2
  }
  return end
}
