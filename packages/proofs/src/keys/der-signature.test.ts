import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derFromRawSignature, type EcdsaAlgorithm, rawSignatureFromDer } from './der-signature.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

describe.each([
  { algorithm: 'ES256', noble: p256, length: 32, namedCurve: 'P-256', hash: 'sha256' },
  { algorithm: 'ES384', noble: p384, length: 48, namedCurve: 'P-384', hash: 'sha384' },
] as const)('$algorithm', ({ algorithm, noble, length, namedCurve, hash }) => {
  const { n } = noble.Point.CURVE()
  const scalar = fc.oneof(
    fc.bigInt({ min: 1n, max: n - 1n }),
    fc.bigInt({ min: 1n, max: 70_000n }),
    fc.nat({ max: 8 * length - 2 }).map((bit) => 2n ** BigInt(bit)),
  )
  const integer = (value: bigint): Uint8Array => bytes(value.toString(16).padStart(2 * length, '0'))

  it('agrees with noble both ways', () => {
    fc.assert(
      fc.property(scalar, scalar, (r, s) => {
        const signature = new noble.Signature(r, s)
        const [raw, der] = [signature.toBytes('compact'), signature.toBytes('der')]
        expect(derFromRawSignature(raw, algorithm)).toEqual(der)
        expect(rawSignatureFromDer(der, algorithm)).toEqual(raw)
      }),
      { numRuns },
    )
  })

  it('makes of OpenSSL’s signatures what OpenSSL takes as raw', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
    const data = Uint8Array.of(1, 2, 3)
    for (let count = 0; count < 20; count += 1) {
      const der = sign(hash, data, privateKey)
      const raw = rawSignatureFromDer(der, algorithm) ?? new Uint8Array()
      expect(verify(hash, data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true)
      expect(derFromRawSignature(raw, algorithm)).toEqual(new Uint8Array(der))
    }
  })

  it('has one encoding only: whatever is read is written the same', () => {
    const good = derFromRawSignature(Uint8Array.of(...integer(n - 1n), ...integer(128n)), algorithm) as Uint8Array
    const change = fc.record({ at: fc.nat(good.length), remove: fc.nat(2), insert: fc.uint8Array({ maxLength: 2 }) })
    fc.assert(
      fc.property(change, ({ at, remove, insert }) => {
        const changed = Uint8Array.of(...good.subarray(0, at), ...insert, ...good.subarray(at + remove))
        const raw = rawSignatureFromDer(changed, algorithm)
        if (raw !== undefined) expect(derFromRawSignature(raw, algorithm)).toEqual(changed)
      }),
      { numRuns: numRuns * 10 },
    )
  })

  it('refuses r or s of 0, or not below the order', () => {
    for (const wrong of [0n, n, n + 1n]) {
      for (const raw of [
        Uint8Array.of(...integer(wrong), ...integer(1n)),
        Uint8Array.of(...integer(1n), ...integer(wrong)),
      ]) {
        expect(derFromRawSignature(raw, algorithm)).toBeUndefined()
      }
    }
    const order = Uint8Array.of(0, ...integer(n))
    const der = Uint8Array.of(0x30, 3 + 2 + order.length, 2, 1, 1, 2, order.length, ...order)
    expect(rawSignatureFromDer(der, algorithm)).toBeUndefined()
  })

  it('refuses raw signatures of another length', () => {
    for (const wrong of [0, length, 2 * length - 1, 2 * length + 1]) {
      expect(derFromRawSignature(new Uint8Array(wrong).fill(1), algorithm)).toBeUndefined()
    }
  })
})

describe('rawSignatureFromDer', () => {
  const raw = (hex: string, algorithm: EcdsaAlgorithm = 'ES256'): Uint8Array | undefined =>
    rawSignatureFromDer(bytes(hex), algorithm)

  it('reads the smallest signature', () => {
    expect(raw('3006020101020101')).toEqual(new Uint8Array(64).with(31, 1).with(63, 1))
    expect(raw('3006020101020101', 'ES384')).toEqual(new Uint8Array(96).with(47, 1).with(95, 1))
  })

  it.each([
    ['nothing', ''],
    ['a SEQUENCE without a length', '30'],
    ['an empty SEQUENCE', '3000'],
    ['one INTEGER', '3003020101'],
    ['three INTEGERs', '3009020101020101020101'],
    ['a byte behind the end', '300602010102010100'],
    ['a byte behind the second INTEGER', '300702010102010100'],
    ['a SEQUENCE that is cut short', '30060201010201'],
    ['a SEQUENCE that is longer than said', '3005020101020101'],
    ['a long form of a short length', '308106020101020101'],
    ['a longer form of a short length', '30820006020101020101'],
    ['a length in four bytes', '308400000006020101020101'],
    ['an indefinite length', '30800201010201010000'],
    ['a long form of an INTEGER’s length', '300702810101020101'],
    ['a padded r', '300702020001020101'],
    ['a padded s', '300702010102020001'],
    ['a negative r', '3006020181020101'],
    ['a negative s', '3006020101020181'],
    ['an r of 0', '3006020100020101'],
    ['an s of 0', '3006020101020100'],
    ['an r of no bytes', '30050200020101'],
    ['a BIT STRING instead of r', '3006030101020101'],
    ['a SET', '3106020101020101'],
    ['the SEQUENCE constructed otherwise', '1006020101020101'],
  ])('refuses %s', (_what, hex) => {
    expect(raw(hex)).toBeUndefined()
  })
})
