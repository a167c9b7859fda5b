import { kMaxLength } from 'node:buffer'
import type * as zlib from 'node:zlib'
import { crc32 } from './crc32.js'
import type { InflateReason, PlatformInflate } from './platform-inflate.js'

/** What `info` makes these functions return; their types do not tell. */
interface InflatedWithInfo {
  readonly buffer: Buffer
  /** `bytesWritten` into it: the length of the stream that was read. */
  readonly engine: { readonly bytesWritten: number }
}

let loaded: Promise<typeof zlib> | undefined

/**
 * Loaded on demand: most documents hold nothing that is compressed. Kept, since each `import()` takes as long as to unpack a
 * status list.
 */
const zlibModule = (): Promise<typeof zlib> => (loaded ??= import('node:zlib'))

/** Inflates by zlib, 16 KiB of output at a time; so it never makes more than that beyond `maxBytes`. */
export const nodeInflate: PlatformInflate = async (packed, { format, maxBytes }) => {
  const { inflateSync, inflateRawSync } = await zlibModule()
  const inflate = format === 'zlib' ? inflateSync : inflateRawSync
  try {
    const options = { info: true, maxOutputLength: Math.min(maxBytes, kMaxLength) }
    const { buffer, engine } = inflate(packed, options) as unknown as InflatedWithInfo
    // Node passes over what stands behind the end.
    if (engine.bytesWritten < packed.length) return { ok: false, reason: 'corrupt' }
    return { ok: true, bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length) }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

/** The CRC-32 of bytes by zlib, which takes a fraction of the time; by ours on Node 21 and before 22.2, whose zlib tells none. */
export async function nodeCrc32(bytes: Uint8Array): Promise<number> {
  const module: { readonly crc32?: typeof crc32 } = await zlibModule()
  return (module.crc32 ?? crc32)(bytes)
}

const reasons: Readonly<Record<string, InflateReason>> = {
  ERR_BUFFER_TOO_LARGE: 'too-large',
  Z_BUF_ERROR: 'corrupt', // the input ends too soon
  Z_DATA_ERROR: 'corrupt',
  Z_NEED_DICT: 'corrupt',
}

function reasonOf(error: unknown): InflateReason {
  const reason = reasons[String((error as NodeJS.ErrnoException).code)]
  // Such as too little memory: that says nothing about the data.
  if (reason === undefined) throw error
  return reason
}
