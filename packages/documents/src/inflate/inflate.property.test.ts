import { constants, deflateRawSync, deflateSync, gzipSync, type ZlibOptions } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeInflate } from '../platform/node-inflate.js'
import type { InflateResult } from '../platform/platform-inflate.js'
import { webInflate } from '../platform/web-inflate.js'
import { inflateBy } from './inflate.js'
import type { InflateOptions } from './interface.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

/** Data that compresses in different ways: noise, runs, few letters, repeated pieces. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.array(fc.tuple(fc.nat(255), fc.nat(400)), { maxLength: 30 }).map((runs) => {
    return Uint8Array.from(runs.flatMap(([byte, times]) => Array<number>(times).fill(byte)))
  }),
  fc.array(fc.constantFrom(0, 1, 7, 255), { maxLength: 5000 }).map((bytes) => Uint8Array.from(bytes)),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(40)).map(([piece, times]) => {
    return Uint8Array.from(Array.from({ length: times }, () => [...piece]).flat())
  }),
)
const compression = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ),
  memLevel: fc.integer({ min: 1, max: 9 }),
})
const damages = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 })
const behind = fc.uint8Array({ maxLength: 4 })

type Pack = (bytes: Uint8Array, options: ZlibOptions) => Uint8Array
type Damages = readonly (readonly [at: number, value: number])[]

function damaged(packed: Uint8Array, damages: Damages, behind: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from([...packed, ...behind])
  for (const [at, value] of damages) bytes[at % bytes.length] = value
  return bytes
}

const byBoth = (bytes: Uint8Array, options: InflateOptions): Promise<[InflateResult, InflateResult]> =>
  Promise.all([inflateBy(nodeInflate, bytes, options), inflateBy(webInflate, bytes, options)])

describe.each<[InflateOptions['format'], Pack]>([
  ['gzip', gzipSync],
  ['zlib', deflateSync],
])('%s', (format, pack) => {
  it('is read, whatever wrote it, up to the last byte that is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(content, compression, async (bytes, options) => {
        const packed = pack(bytes, options)
        const read: InflateResult = { ok: true, bytes }
        expect(await byBoth(packed, { format, maxBytes: bytes.length || 1 })).toEqual([read, read])
        if (bytes.length < 2) return
        const refused: InflateResult = { ok: false, reason: 'too-large' }
        expect(await byBoth(packed, { format, maxBytes: bytes.length - 1 })).toEqual([refused, refused])
      }),
      { numRuns },
    )
  })

  it('is never read as other content than was packed, whatever is damaged, by no platform', async () => {
    await fc.assert(
      fc.asyncProperty(content, compression, damages, behind, async (bytes, options, damages, behind) => {
        const packed = damaged(pack(bytes, options), damages, behind)
        const [byNode, byWeb] = await byBoth(packed, { format, maxBytes: 1 << 22 })
        expect(byWeb).toEqual(byNode)
        if (byNode.ok) expect(byNode.bytes).toEqual(bytes)
      }),
      { numRuns },
    )
  })

  it('is refused by all platforms or none when it is damaged and too large', async () => {
    await fc.assert(
      fc.asyncProperty(
        content,
        compression,
        damages,
        behind,
        fc.double({ noNaN: true, min: 0, max: 1 }),
        async (...of) => {
          const [bytes, options, damages, behind, part] = of
          const packed = damaged(pack(bytes, options), damages, behind)
          const maxBytes = 1 + Math.floor(part * bytes.length)
          const [byNode, byWeb] = await byBoth(packed, { format, maxBytes })
          // Either reason is right for data that is both.
          expect(byWeb.ok).toBe(byNode.ok)
        },
      ),
      { numRuns },
    )
  })
})

describe('a bare DEFLATE stream, where no checksum shows damage', () => {
  const options = { format: 'deflate', maxBytes: 1 << 22 } as const

  it('is accepted by all platforms or none, with the same content', async () => {
    await fc.assert(
      fc.asyncProperty(content, compression, damages, behind, async (bytes, compression, damages, behind) => {
        const packed = damaged(deflateRawSync(bytes, compression), damages, behind)
        expect(await webInflate(packed, options)).toEqual(await nodeInflate(packed, options))
      }),
      { numRuns: 2 * numRuns },
    )
  })

  it('is never found in part of noise', async () => {
    // Block type 2 (codes of its own) is where most can be wrong; noise begins with it here half of the time.
    const noise = fc.tuple(fc.boolean(), fc.uint8Array({ minLength: 1, maxLength: 80 })).map(([isDynamic, bytes]) => {
      if (isDynamic) bytes[0] = ((bytes[0] ?? 0) & 0xf8) | 0x05
      return bytes
    })
    await fc.assert(
      fc.asyncProperty(noise, async (packed) => {
        expect(await webInflate(packed, options)).toEqual(await nodeInflate(packed, options))
      }),
      { numRuns: 5 * numRuns },
    )
  })
})
