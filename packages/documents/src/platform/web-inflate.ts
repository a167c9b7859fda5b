import type { InflateResult, PlatformInflate, PlatformInflateOptions } from './platform-inflate.js'

/**
 * Engines may inflate all that a piece of input holds before anybody can stop them. DEFLATE makes at most 1032 bytes of
 * one, so this bounds what comes out beyond `maxBytes`: 4 MiB.
 */
const pieceBytes = 4096

const corrupt: InflateResult = { ok: false, reason: 'corrupt' }

/**
 * Inflates by Compression Streams (https://compression.spec.whatwg.org/).
 *
 * They must refuse what stands behind the end, but not all do: those of Node 20 pass over it. All refuse a stream that is
 * cut off. So when the input is still good without its last byte, that byte was not part of the stream.
 */
export const webInflate: PlatformInflate = async (packed, options) => {
  const whole = await read(packed, options)
  if (!whole.ok) return whole
  const shorter = await read(packed.subarray(0, -1), options)
  return shorter.ok ? corrupt : whole
}

async function read(packed: Uint8Array, { format, maxBytes }: PlatformInflateOptions): Promise<InflateResult> {
  const decompression = new DecompressionStream(format === 'zlib' ? 'deflate' : 'deflate-raw')
  const reader = inPieces(packed).pipeThrough(decompression).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      length += next.value.length
      if (length > maxBytes) break
    }
  } catch {
    // Engines differ in what they throw; nothing of it is given out.
    return corrupt
  }
  if (length <= maxBytes) return { ok: true, bytes: joined(chunks, length) }
  await reader.cancel().catch(() => undefined)
  return { ok: false, reason: 'too-large' }
}

/** Hands out pieces as they are asked for, each a copy. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = 0
  return new ReadableStream(
    {
      pull(controller) {
        if (position >= bytes.length) return controller.close()
        controller.enqueue(new Uint8Array(bytes.subarray(position, position + pieceBytes)))
        position += pieceBytes
      },
    },
    { highWaterMark: 0 },
  )
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let position = 0
  for (const chunk of chunks) {
    bytes.set(chunk, position)
    position += chunk.length
  }
  return bytes
}
