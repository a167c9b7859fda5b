import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as node from './node.js'
import { nodeInflate } from './node-inflate.js'
import * as web from './web.js'
import { webInflate } from './web-inflate.js'

const text = new TextEncoder().encode('Testamur '.repeat(20))
const packed = new Uint8Array(deflateRawSync(text))
const options = { format: 'deflate', maxBytes: 1 << 20 } as const

describe('platforms', () => {
  it('inflate by zlib on Node, and by Compression Streams on the web', () => {
    expect(node.platformInflate).toBe(nodeInflate)
    expect(web.platformInflate).toBe(webInflate)
  })
})

describe('zlib', () => {
  it('does not call corrupt what went wrong for other reasons', async () => {
    await expect(nodeInflate(7 as unknown as Uint8Array, options)).rejects.toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    })
  })

  it('gives out plain bytes', async () => {
    expect(await nodeInflate(packed, options)).toStrictEqual({ ok: true, bytes: text })
  })
})

describe('Compression Streams', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** Lets every stream decompress by this transformer. */
  const stub = (transformer: Transformer<Uint8Array, Uint8Array>): void => {
    vi.stubGlobal(
      'DecompressionStream',
      class extends TransformStream<Uint8Array, Uint8Array> {
        constructor() {
          super(transformer)
        }
      },
    )
  }

  it('may refuse what stands behind the end, as they should', async () => {
    let pieces: Uint8Array[] = []
    stub({
      start: () => {
        pieces = []
      },
      transform: (piece) => void pieces.push(piece),
      flush(controller) {
        const input = Buffer.concat(pieces)
        const { buffer, engine } = inflateRawSync(input, { info: true }) as unknown as {
          buffer: Uint8Array
          engine: { bytesWritten: number }
        }
        if (engine.bytesWritten < input.length) throw new TypeError('junk behind the end')
        controller.enqueue(buffer)
      },
    })
    expect(await webInflate(packed, options)).toEqual({ ok: true, bytes: text })
    for (const refused of [packed.subarray(0, -1), Uint8Array.of(...packed, 0), new Uint8Array()]) {
      expect(await webInflate(refused, options)).toEqual({ ok: false, reason: 'corrupt' })
    }
  })

  it('are given input only as long as their output is wanted', async () => {
    let taken = 0
    stub({
      transform(piece, controller) {
        taken += piece.length
        controller.enqueue(new Uint8Array(1 << 18))
      },
    })
    expect(await webInflate(new Uint8Array(1 << 20), options)).toEqual({ ok: false, reason: 'too-large' })
    // Four pieces fill what is allowed; the fifth passes it, and one more may be on its way.
    expect(taken).toBeLessThanOrEqual(6 * 4096)
  })

  it('are given copies', async () => {
    stub({ transform: (piece) => void piece.fill(0) })
    const copy = packed.slice()
    await webInflate(packed, options)
    expect(packed).toEqual(copy)
  })
})
