import { Point } from '@noble/ed25519'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../platform/base64url.js'
import { publicKeyFromJwk } from './jwk.js'
import { decodeMultikey, decodeSecretMultikey, encodeBase58Multibase, encodeMultikey } from './multikey.js'
import { isSmallOrderPoint } from './small-order-point.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const p = 2n ** 255n - 19n

function encoding(y: bigint, sign: number): Uint8Array {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => Number((y >> BigInt(8 * index)) & 255n))
  bytes[31] = (bytes[31] ?? 0) | (sign << 7)
  return bytes
}

/** What another implementation says, as liberal in decoding as ZIP 215. */
function hasSmallOrder(bytes: Uint8Array): boolean {
  try {
    return Point.fromBytes(bytes, true).isSmallOrder()
  } catch {
    return false
  }
}

/** The y coordinates of the multiples of a point of order 8, and those below 2^255 that are the same modulo p. */
function smallOrderEncodings(): Uint8Array[] {
  const generator = Point.fromBytes(encoding(0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n, 0))
  const ys = new Set<bigint>()
  for (let count = 0, point = Point.ZERO; count < 8; count += 1, point = point.add(generator)) {
    const { y } = point.toAffine()
    ys.add(y)
    if (y + p < 2n ** 255n) ys.add(y + p)
  }
  return Array.from(ys).flatMap((y) => [encoding(y, 0), encoding(y, 1)])
}

describe('isSmallOrderPoint', () => {
  const encodings = smallOrderEncodings()

  it('knows all 14 encodings', () => {
    expect(encodings).toHaveLength(14)
    for (const bytes of encodings) {
      expect(hasSmallOrder(bytes)).toBe(true)
      expect(isSmallOrderPoint(bytes)).toBe(true)
    }
  })

  it('agrees with noble on every other encoding', () => {
    const small = fc.integer({ min: 0, max: 300 }).map(BigInt)
    const y = fc.oneof(
      small,
      small.map((n) => 2n ** 255n - 1n - n),
      fc.bigInt({ min: 0n, max: 2n ** 255n - 1n }),
    )
    fc.assert(
      fc.property(y, fc.constantFrom(0, 1), (y, sign) => {
        const bytes = encoding(y, sign)
        expect(isSmallOrderPoint(bytes)).toBe(hasSmallOrder(bytes))
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('keeps such points from being keys, but not from being seeds', () => {
    for (const bytes of encodings) {
      expect(encodeMultikey('EdDSA', bytes)).toBeUndefined()
      expect(decodeMultikey(encodeBase58Multibase(Uint8Array.of(0xed, 0x01, ...bytes)))).toBeUndefined()
      expect(publicKeyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) })).toBeUndefined()
      const seed = encodeBase58Multibase(Uint8Array.of(0x80, 0x26, ...bytes))
      expect(decodeSecretMultikey(seed)?.bytes).toEqual(bytes)
    }
  })

  it('leaves a Buffer as it is, whose slice is no copy', () => {
    const bytes = Buffer.alloc(32, 0xff)
    isSmallOrderPoint(bytes)
    expect([...bytes]).toEqual([...Buffer.alloc(32, 0xff)])
  })
})
