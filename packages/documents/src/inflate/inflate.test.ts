import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { adler32, crc32 } from './checksums.js'
import { inflate } from './inflate.js'
import type { InflateResult } from './interface.js'

const text = new TextEncoder().encode('Testamur: the document that certifies an award. '.repeat(50))
const gzip = new Uint8Array(gzipSync(text))
const zlib = new Uint8Array(deflateSync(text))
const corrupt: InflateResult = { ok: false, reason: 'corrupt' }

const readGzip = (bytes: Uint8Array, maxBytes = 1 << 20): Promise<InflateResult> =>
  inflate(bytes, { format: 'gzip', maxBytes })
const readZlib = (bytes: Uint8Array, maxBytes = 1 << 20): Promise<InflateResult> =>
  inflate(bytes, { format: 'zlib', maxBytes })
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const withByte = (bytes: Uint8Array, at: number, value: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? value : byte))
const littleEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)

describe('gzip', () => {
  it('is read', async () => {
    expect(await readGzip(gzip)).toEqual({ ok: true, bytes: text })
    expect(await readGzip(new Uint8Array(gzipSync('')))).toEqual({ ok: true, bytes: new Uint8Array() })
  })

  it.each([1, 2, 3])('is read from the middle of a larger buffer, at offset %i', async (offset) => {
    const larger = join(new Uint8Array(offset), gzip, [1, 2, 3])
    expect(await readGzip(larger.subarray(offset, offset + gzip.length))).toEqual({ ok: true, bytes: text })
  })

  it('is read with every optional part of the header (RFC 1952 §2.3)', async () => {
    const fixed = [0x1f, 0x8b, 8, 0x1f, 0, 0, 0, 0, 0, 3]
    const optional = [...littleEndian(3, 2), 1, 2, 3, ...new TextEncoder().encode('list.bin\0by the registrar\0')]
    const header = join(fixed, optional)
    const body = gzip.subarray(10)
    const intact = join(header, littleEndian(crc32(header) & 0xffff, 2), body)
    expect(await readGzip(intact)).toEqual({ ok: true, bytes: text })
    expect(await readGzip(withByte(intact, header.length, (intact[header.length] ?? 0) ^ 1))).toEqual(corrupt)
    expect(await readGzip(join(fixed, [0xff, 0xff]))).toEqual(corrupt)
    expect(await readGzip(join([0x1f, 0x8b, 8, 0x08, 0, 0, 0, 0, 0, 3], [65, 66]))).toEqual(corrupt)
  })

  it('is corrupt when cut anywhere', async () => {
    for (let length = 0; length < gzip.length; length++)
      expect(await readGzip(gzip.subarray(0, length))).toEqual(corrupt)
  })

  it('is corrupt with anything behind it, a second member included', async () => {
    expect(await readGzip(join(gzip, [0]))).toEqual(corrupt)
    expect(await readGzip(join(gzip, gzip))).toEqual(corrupt)
    expect(await readGzip(join(gzip, gzip.subarray(-8)))).toEqual(corrupt)
    // Behind the compressed data, before the trailer.
    expect(await readGzip(join(gzip.subarray(0, -8), [0], gzip.subarray(-8)))).toEqual(corrupt)
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
    expect(await readZlib(zlib)).toEqual({ ok: true, bytes: text })
  })

  it('is corrupt when cut anywhere, and with anything behind it', async () => {
    for (let length = 0; length < zlib.length; length++)
      expect(await readZlib(zlib.subarray(0, length))).toEqual(corrupt)
    expect(await readZlib(join(zlib, [0]))).toEqual(corrupt)
  })

  it('is corrupt with a header or checksum that does not fit, or with a preset dictionary', async () => {
    expect(await readZlib(withByte(zlib, 0, 0x77))).toEqual(corrupt)
    expect(await readZlib(withByte(zlib, 0, 0x88))).toEqual(corrupt)
    expect(await readZlib(withByte(zlib, 1, (zlib[1] ?? 0) ^ 1))).toEqual(corrupt)
    expect(await readZlib(withByte(zlib, zlib.length - 1, (zlib.at(-1) ?? 0) ^ 1))).toEqual(corrupt)
    expect(await readZlib(new Uint8Array(deflateSync(text, { dictionary: text.subarray(0, 40) })))).toEqual(corrupt)
  })
})

describe('maxBytes', () => {
  it('is the most that comes out', async () => {
    expect(await readGzip(gzip, text.length)).toEqual({ ok: true, bytes: text })
    expect(await readGzip(gzip, text.length - 1)).toEqual({ ok: false, reason: 'too-large' })
    const stored = new Uint8Array(gzipSync(text, { level: 0 }))
    expect(await readGzip(stored, text.length - 1)).toEqual({ ok: false, reason: 'too-large' })
  })

  it('bounds the memory that a gigabyte in a megabyte takes', async () => {
    const megabyte = deflateRawSync(new Uint8Array(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
    const bomb = join(gzip.subarray(0, 10), ...Array.from({ length: 1024 }, () => megabyte), [3, 0], new Uint8Array(8))
    expect(bomb.length).toBeLessThan(1.2 * 2 ** 20)
    const maxBytes = 2 ** 22
    const before = process.memoryUsage().arrayBuffers
    expect(await readGzip(bomb, maxBytes)).toEqual({ ok: false, reason: 'too-large' })
    // What grew by doubling, all steps together, even if none was collected yet: less than twice the last one.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2.5 * maxBytes)
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot be %d', async (maxBytes) => {
    await expect(readGzip(gzip, maxBytes)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})

it('knows no other format', async () => {
  const options = { format: 'toString' as 'gzip', maxBytes: 1 }
  await expect(inflate(gzip, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
})

it('does not change its input', async () => {
  const copy = gzip.slice()
  await readGzip(gzip)
  expect(gzip).toEqual(copy)
})

it('computes the check values of CRC-32 and Adler-32', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  expect(adler32(new TextEncoder().encode('Wikipedia'))).toBe(0x11e60398)
  expect(adler32(new Uint8Array(1_000_000).fill(0xff))).toBe(referenceAdler(1_000_000, 0xff))
})

/** The definition of RFC 1950 §8.2, one remainder per byte. */
function referenceAdler(length: number, byte: number): number {
  let low = 1
  let high = 0
  for (let i = 0; i < length; i++) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return high * 65_536 + low
}
