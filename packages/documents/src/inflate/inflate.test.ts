import { constants, deflateRawSync, deflateSync, gzipSync, crc32 as zlibCrc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../platform/crc32.js'
import { nodeInflate } from '../platform/node-inflate.js'
import type { InflateResult } from '../platform/platform-inflate.js'
import { webInflate } from '../platform/web-inflate.js'
import { inflate, inflateBy } from './inflate.js'
import type { InflateOptions } from './interface.js'

const text = new TextEncoder().encode('Testamur: the document that certifies an award. '.repeat(50))
const gzip = new Uint8Array(gzipSync(text))
const zlib = new Uint8Array(deflateSync(text))
const emptyMember = new Uint8Array(gzipSync(''))
const intact: InflateResult = { ok: true, bytes: text }
const corrupt: InflateResult = { ok: false, reason: 'corrupt' }
const tooLarge: InflateResult = { ok: false, reason: 'too-large' }

const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const withByte = (bytes: Uint8Array, at: number, value: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? value : byte))
const littleEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)

describe.each([
  { platform: 'node:zlib', platformInflate: nodeInflate },
  { platform: 'Compression Streams', platformInflate: webInflate },
])('by $platform', ({ platformInflate }) => {
  const readGzip = (bytes: Uint8Array, maxBytes = 1 << 20): Promise<InflateResult> =>
    inflateBy(platformInflate, bytes, { format: 'gzip', maxBytes })
  const readZlib = (bytes: Uint8Array, maxBytes = 1 << 20): Promise<InflateResult> =>
    inflateBy(platformInflate, bytes, { format: 'zlib', maxBytes })

  describe('gzip', () => {
    it('is read', async () => {
      expect(await readGzip(gzip)).toEqual(intact)
      expect(await readGzip(emptyMember)).toEqual({ ok: true, bytes: new Uint8Array() })
    })

    it.each([1, 2, 3])('is read from the middle of a larger buffer, at offset %i', async (offset) => {
      const larger = join(new Uint8Array(offset), gzip, [1, 2, 3])
      expect(await readGzip(larger.subarray(offset, offset + gzip.length))).toEqual(intact)
    })

    it('is read when it comes to many pieces', async () => {
      const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * index) >>> 5)
      const packed = new Uint8Array(gzipSync(bytes, { level: 0 }))
      expect(packed.length).toBeGreaterThan(100_000)
      expect(await readGzip(packed)).toEqual({ ok: true, bytes })
    })

    it('is read with every optional part of the header (RFC 1952 §2.3)', async () => {
      const fixed = [0x1f, 0x8b, 8, 0x1f, 0, 0, 0, 0, 0, 3]
      const optional = [...littleEndian(3, 2), 1, 2, 3, ...new TextEncoder().encode('list.bin\0by the registrar\0')]
      const header = join(fixed, optional)
      const whole = join(header, littleEndian(crc32(header) & 0xffff, 2), gzip.subarray(10))
      expect(await readGzip(whole)).toEqual(intact)
      expect(await readGzip(withByte(whole, header.length, (whole[header.length] ?? 0) ^ 1))).toEqual(corrupt)
      for (let length = 0; length < whole.length; length++)
        expect(await readGzip(whole.subarray(0, length))).toEqual(corrupt)
    })

    it('is corrupt when its extra field or its name has no end', async () => {
      expect(await readGzip(join([0x1f, 0x8b, 8, 0x04, 0, 0, 0, 0, 0, 3], [0xff, 0xff], gzip))).toEqual(corrupt)
      expect(await readGzip(join([0x1f, 0x8b, 8, 0x08, 0, 0, 0, 0, 0, 3], [65, 66]))).toEqual(corrupt)
    })

    it('is corrupt when cut anywhere', async () => {
      for (let length = 0; length < gzip.length; length++)
        expect(await readGzip(gzip.subarray(0, length))).toEqual(corrupt)
    })

    it('is corrupt with anything behind it', async () => {
      expect(await readGzip(join(gzip, [0]))).toEqual(corrupt)
      expect(await readGzip(join(gzip, gzip.subarray(-8)))).toEqual(corrupt)
      // Behind the compressed data, before the trailer.
      expect(await readGzip(join(gzip.subarray(0, -8), [0], gzip.subarray(-8)))).toEqual(corrupt)
    })

    it('is corrupt with a second member, even if either is empty', async () => {
      expect(await readGzip(join(gzip, gzip))).toEqual(corrupt)
      expect(await readGzip(join(gzip, emptyMember))).toEqual(corrupt)
      // Here the trailer at the end fits all that joined members hold.
      expect(await readGzip(join(emptyMember, gzip))).toEqual(corrupt)
      expect(await readGzip(join(emptyMember, emptyMember))).toEqual(corrupt)
    })

    it.each([
      ['the first id byte', 0, 0x1e],
      ['the second id byte', 1, 0x8c],
      ['the method', 2, 7],
      ['a reserved flag', 3, 0x20],
      ['the checksum', gzip.length - 8, 0],
      ['the length', gzip.length - 4, 0],
    ])('is corrupt with another value for %s', async (_name, at, value) => {
      expect(gzip[at]).not.toBe(value)
      expect(await readGzip(withByte(gzip, at, value))).toEqual(corrupt)
    })
  })

  describe('zlib', () => {
    it('is read', async () => {
      expect(await readZlib(zlib)).toEqual(intact)
    })

    it('is corrupt when cut anywhere, and with anything behind it', async () => {
      for (let length = 0; length < zlib.length; length++)
        expect(await readZlib(zlib.subarray(0, length))).toEqual(corrupt)
      expect(await readZlib(join(zlib, [0]))).toEqual(corrupt)
      expect(await readZlib(join(zlib, zlib.subarray(-4)))).toEqual(corrupt)
      expect(await readZlib(join(zlib, zlib))).toEqual(corrupt)
    })

    it('is corrupt with a header or checksum that does not fit, or with a preset dictionary', async () => {
      expect(await readZlib(withByte(zlib, 0, 0x77))).toEqual(corrupt)
      expect(await readZlib(withByte(zlib, 0, 0x88))).toEqual(corrupt)
      expect(await readZlib(withByte(zlib, 1, (zlib[1] ?? 0) ^ 1))).toEqual(corrupt)
      expect(await readZlib(withByte(zlib, zlib.length - 1, (zlib.at(-1) ?? 0) ^ 1))).toEqual(corrupt)
      expect(await readZlib(new Uint8Array(deflateSync(text, { dictionary: text.subarray(0, 40) })))).toEqual(corrupt)
    })

    it('is not gzip, nor the other way round', async () => {
      expect(await readZlib(gzip)).toEqual(corrupt)
      expect(await readGzip(zlib)).toEqual(corrupt)
    })
  })

  describe('maxBytes', () => {
    it('is the most that comes out', async () => {
      for (const level of [0, 9]) {
        const gzip = new Uint8Array(gzipSync(text, { level }))
        const zlib = new Uint8Array(deflateSync(text, { level }))
        for (const read of [readGzip.bind(undefined, gzip), readZlib.bind(undefined, zlib)]) {
          expect(await read(text.length)).toEqual(intact)
          expect(await read(text.length - 1)).toEqual(tooLarge)
          expect(await read(1)).toEqual(tooLarge)
        }
      }
    })

    it('can be larger than any buffer', async () => {
      expect(await readGzip(gzip, Number.MAX_SAFE_INTEGER)).toEqual(intact)
    })

    it('bounds the memory that a gigabyte in a megabyte takes', async () => {
      const megabyte = deflateRawSync(new Uint8Array(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
      const packed = [...Array.from({ length: 1024 }, () => megabyte), [3, 0], new Uint8Array(8)]
      const bomb = join(gzip.subarray(0, 10), ...packed)
      expect(bomb.length).toBeLessThan(1.2 * 2 ** 20)
      const maxBytes = 2 ** 22
      const before = process.memoryUsage().arrayBuffers
      expect(await readGzip(bomb, maxBytes)).toEqual(tooLarge)
      // What it was allowed, and what one piece of the input grows to.
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2.5 * maxBytes)
    })
  })

  it('does not change its input', async () => {
    const copies = [gzip.slice(), zlib.slice()]
    await readGzip(gzip)
    await readZlib(zlib)
    expect([gzip, zlib]).toEqual(copies)
  })
})

describe('inflate', () => {
  it('uses the platform that it runs on', async () => {
    expect(await inflate(gzip, { format: 'gzip', maxBytes: text.length })).toEqual(intact)
    expect(await inflate(zlib, { format: 'zlib', maxBytes: text.length - 1 })).toEqual(tooLarge)
  })

  it.each<[string, InflateOptions]>([
    ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map((maxBytes): [string, InflateOptions] => [
      `maxBytes of ${maxBytes}`,
      { format: 'gzip', maxBytes },
    ]),
    ['format that is a name of an object', { format: 'toString' as 'gzip', maxBytes: 1 }],
    ['bare DEFLATE stream, whose damage nothing shows', { format: 'deflate' as 'gzip', maxBytes: 1 }],
  ])('knows no %s', async (_what, options) => {
    await expect(inflate(gzip, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})

it('computes the check value of CRC-32', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

it('computes the CRC-32 of any number of bytes, wherever they begin in their buffer', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 89 + (index >> 3)) & 0xff)
  for (let start = 0; start < 5; start++) {
    for (let end = start; end < bytes.length; end++) {
      const part = bytes.subarray(start, end)
      if (crc32(part) !== zlibCrc32(part)) throw new Error(`from ${start} to ${end}`)
    }
  }
})
