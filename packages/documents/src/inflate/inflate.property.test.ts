import { constants, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { DeflateDecoder } from './deflate-decoder.js'
import { inflate } from './inflate.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 300)

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

it('reads what zlib writes, at every level and by every strategy', async () => {
  await fc.assert(
    fc.asyncProperty(content, compression, async (bytes, options) => {
      const packed = new Uint8Array(gzipSync(bytes, options))
      expect(await inflate(packed, { format: 'gzip', maxBytes: 1 << 20 })).toEqual({ ok: true, bytes })
    }),
    { numRuns },
  )
})

/** What zlib makes of a raw stream: its content and its end, undefined when it refuses. */
function referenceInflate(packed: Uint8Array): { bytes: Uint8Array; end: number } | undefined {
  try {
    const { buffer, engine } = inflateRawSync(packed, { info: true, maxOutputLength: 1 << 22 }) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    return { bytes: new Uint8Array(buffer), end: engine.bytesWritten }
  } catch {
    return undefined
  }
}

function ownInflate(packed: Uint8Array): { bytes: Uint8Array; end: number } | undefined {
  try {
    const { bytes, end } = new DeflateDecoder(packed, 0, 1 << 22).decode()
    return { bytes: new Uint8Array(bytes), end }
  } catch {
    return undefined
  }
}

it('accepts and refuses the same damaged streams as zlib, with the same content and the same end', () => {
  const damages = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 })
  fc.assert(
    fc.property(content, compression, damages, fc.uint8Array({ maxLength: 4 }), (bytes, options, damages, behind) => {
      const packed = Uint8Array.from([...deflateRawSync(bytes, options), ...behind])
      for (const [at, value] of damages) packed[at % packed.length] = value
      expect(ownInflate(packed)).toEqual(referenceInflate(packed))
    }),
    { numRuns: 3 * numRuns },
  )
})

it('accepts and refuses the same noise as zlib', () => {
  // Block type 2 (codes of its own) is where most can be wrong; noise begins with it here half of the time.
  const noise = fc.tuple(fc.boolean(), fc.uint8Array({ minLength: 1, maxLength: 80 })).map(([isDynamic, bytes]) => {
    if (isDynamic) bytes[0] = ((bytes[0] ?? 0) & 0xf8) | 0x05
    return bytes
  })
  fc.assert(
    fc.property(noise, (packed) => {
      expect(ownInflate(packed)).toEqual(referenceInflate(packed))
    }),
    { numRuns: 10 * numRuns },
  )
})

it('never gives out other content than was packed, whatever is damaged', async () => {
  await fc.assert(
    fc.asyncProperty(
      content,
      compression,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (bytes, options, at, flip) => {
        const packed = new Uint8Array(gzipSync(bytes, options))
        const place = at % packed.length
        packed[place] = (packed[place] ?? 0) ^ flip
        const result = await inflate(packed, { format: 'gzip', maxBytes: 1 << 20 })
        if (result.ok) expect(result.bytes).toEqual(bytes)
      },
    ),
    { numRuns },
  )
})
