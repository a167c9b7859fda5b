import { ECDH } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressPoint, decompressPoint, isScalar, p256Curve, p384Curve } from './nist-curve.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

describe.each([
  { curve: p256Curve, noble: p256, opensslName: 'prime256v1' },
  { curve: p384Curve, noble: p384, opensslName: 'secp384r1' },
])('$curve.name', ({ curve, noble, opensslName }) => {
  const { fieldBytes } = curve
  const field = fc.uint8Array({ minLength: fieldBytes, maxLength: fieldBytes })
  const integer = (value: bigint): Uint8Array =>
    new Uint8Array(Buffer.from(value.toString(16).padStart(2 * fieldBytes, '0'), 'hex'))

  it('has the parameters of noble', () => {
    const { p, b, n } = noble.Point.CURVE()
    expect({ p, b, n }).toEqual({ p: curve.p, b: curve.b, n: curve.n })
  })

  it('decompresses what noble and OpenSSL do, to the same point', () => {
    fc.assert(
      fc.property(field, fc.constantFrom(2, 3), (x, sign) => {
        const compressed = Uint8Array.of(sign, ...x)
        const point = decompressPoint(curve, compressed)
        let byNoble: Uint8Array | undefined
        try {
          byNoble = noble.Point.fromBytes(compressed).toBytes(false)
        } catch {
          expect(point).toBeUndefined()
          return
        }
        const byOpenssl = ECDH.convertKey(compressed, opensslName, undefined, undefined, 'uncompressed') as Buffer
        expect(point && Uint8Array.of(4, ...point.x, ...point.y)).toEqual(byNoble)
        expect(new Uint8Array(byOpenssl)).toEqual(byNoble)
        expect(point && compressPoint(curve, point)).toEqual(compressed)
      }),
      { numRuns },
    )
  })

  it.each([
    ['no bytes', new Uint8Array()],
    ['a short x', new Uint8Array(fieldBytes).fill(2)],
    ['a long x', new Uint8Array(fieldBytes + 2).fill(2)],
    ['another first byte', Uint8Array.of(4, ...new Uint8Array(fieldBytes))],
    ['x = p', Uint8Array.of(2, ...integer(curve.p))],
  ])('decompresses nothing with %s', (_what, compressed) => {
    expect(decompressPoint(curve, compressed)).toBeUndefined()
  })

  it('compresses only points of the curve, with coordinates below p in full length', () => {
    const { x, y } = decompressPoint(curve, noble.Point.BASE.toBytes(true)) ?? { x: integer(0n), y: integer(0n) }
    const odd = ((y.at(-1) ?? 0) & 1) === 1
    expect(compressPoint(curve, { x, y })?.[0]).toBe(odd ? 3 : 2)
    const negative = integer(curve.p - BigInt(`0x${Buffer.from(y).toString('hex')}`))
    expect(compressPoint(curve, { x, y: negative })?.[0]).toBe(odd ? 2 : 3)
    const wrong = [
      { x, y: x },
      { x: x.subarray(1), y },
      { x, y: Uint8Array.of(0, ...y) },
      { x: integer(0n), y: integer(0n) },
      { x: integer(curve.p), y },
    ]
    for (const point of wrong) expect(compressPoint(curve, point)).toBeUndefined()
  })

  it('compresses no coordinate that is only equal modulo p', () => {
    // The y of x = 0 is a root of b; adding p to a small x or y would name the same point again.
    const zero = decompressPoint(curve, Uint8Array.of(2, ...integer(0n)))
    expect(zero).toBeDefined()
    expect(zero && compressPoint(curve, { x: integer(curve.p), y: zero.y })).toBeUndefined()
  })

  it('takes scalars from 1 to n − 1', () => {
    for (const scalar of [1n, 2n, curve.n - 1n]) expect(isScalar(curve, integer(scalar))).toBe(true)
    for (const wrong of [0n, curve.n, curve.n + 1n]) expect(isScalar(curve, integer(wrong))).toBe(false)
    expect(isScalar(curve, integer(1n).subarray(1))).toBe(false)
    expect(isScalar(curve, Uint8Array.of(0, ...integer(1n)))).toBe(false)
    expect(isScalar(curve, new Uint8Array())).toBe(false)
  })
})
