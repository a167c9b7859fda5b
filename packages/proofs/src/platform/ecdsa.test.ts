import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ecdsa } from './interface.js'
import { type NistCurve, p256Curve, p384Curve } from './nist-curve.js'
import { nobleEcdsa } from './noble/ecdsa.js'
import * as node from './node.js'
import { webEcdsa } from './web/ecdsa.js'
import * as web from './web.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const sample = new TextEncoder().encode('sample')
const { subtle } = globalThis.crypto

/** WebCrypto of an engine without a curve. */
const subtleWithoutCurves = new Proxy(subtle, {
  get: () => () => Promise.reject(new DOMException('no such curve', 'NotSupportedError')),
})

const curves = [
  {
    name: 'P-256',
    curve: p256Curve,
    implementations: await implementationsOf(p256Curve, node.p256, web.p256),
    // RFC 6979 §A.2.5, SHA-256, message "sample".
    privateKey: bytes('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721'),
    publicKey: bytes('0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6'),
    signature: bytes(
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716' +
        'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    ),
  },
  {
    name: 'P-384',
    curve: p384Curve,
    implementations: await implementationsOf(p384Curve, node.p384, web.p384),
    // RFC 6979 §A.2.6, SHA-384, message "sample".
    privateKey: bytes(
      '6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5',
    ),
    publicKey: bytes(
      '02ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13',
    ),
    signature: bytes(
      '94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46' +
        '99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8',
    ),
  },
]

async function implementationsOf(curve: NistCurve, ofNode: Ecdsa, ofWeb: Ecdsa): Promise<[string, Ecdsa][]> {
  return [
    ['node:crypto', ofNode],
    ['WebCrypto', ofWeb],
    ['WebCrypto without the curve', webEcdsa(subtleWithoutCurves, curve)],
    ['no WebCrypto', webEcdsa(undefined, curve)],
    ['noble', nobleEcdsa(curve)],
  ]
}

describe.each(curves)('ECDSA on $name', ({ curve, implementations, privateKey, publicKey, signature }) => {
  it('is deterministic by noble, as RFC 6979 has it', async () => {
    const keyPair = await nobleEcdsa(curve).keyPair(privateKey)
    expect(await keyPair.sign(sample)).toEqual(signature)
  })

  it('is the same everywhere, and every changed bit breaks a signature', async () => {
    const scalar = fc.uint8Array({ minLength: curve.fieldBytes, maxLength: curve.fieldBytes })
    const maxBit = 16 * curve.fieldBytes - 1
    await fc.assert(
      fc.asyncProperty(scalar, fc.uint8Array({ maxLength: 200 }), fc.nat(maxBit), async (scalar, data, bit) => {
        fc.pre(scalar[0] !== 0xff && scalar.some((byte) => byte !== 0))
        const keyPairs = await Promise.all(implementations.map(([, ecdsa]) => ecdsa.keyPair(scalar)))
        const [first] = keyPairs
        for (const keyPair of keyPairs) {
          expect(keyPair.publicKey).toEqual(first?.publicKey)
          const made = await keyPair.sign(data)
          expect(made).toHaveLength(2 * curve.fieldBytes)
          const changed = made.slice()
          changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          for (const [name, ecdsa] of implementations) {
            expect(await ecdsa.verifier(keyPair.publicKey)(made, data), name).toBe(true)
            expect(await ecdsa.verifier(keyPair.publicKey)(changed, data), name).toBe(false)
          }
        }
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    )
  }, 600_000)

  describe.each(implementations)('by %s', (_name, ecdsa) => {
    it('knows the key and the signature of RFC 6979, also with the other s', async () => {
      expect((await ecdsa.keyPair(privateKey)).publicKey).toEqual(publicKey)
      expect(await ecdsa.verifier(publicKey)(signature, sample)).toBe(true)
      const [r, s] = [signature.slice(0, curve.fieldBytes), signature.slice(curve.fieldBytes)]
      const other = (curve.n - BigInt(`0x${Buffer.from(s).toString('hex')}`)).toString(16)
      const malleated = Uint8Array.of(...r, ...bytes(other.padStart(2 * curve.fieldBytes, '0')))
      expect(await ecdsa.verifier(publicKey)(malleated, sample)).toBe(true)
    })

    it('keeps its keys when the caller overwrites them', async () => {
      const overwritten = Buffer.from(privateKey) // a Buffer's slice would be the same bytes
      const keyPair = await ecdsa.keyPair(overwritten)
      overwritten.fill(1)
      const key = Buffer.from(publicKey)
      const verify = ecdsa.verifier(key)
      key.fill(1)
      expect(await verify(await keyPair.sign(sample), sample)).toBe(true)
    })

    it.each([0, 1, 64, 96, 31, 33, 65, 97, 71])('says no to a signature of %i bytes', async (length) => {
      expect(await ecdsa.verifier(publicKey)(new Uint8Array(length), sample)).toBe(false)
      expect(await ecdsa.verifier(publicKey)(new Uint8Array(length).fill(255), sample)).toBe(false)
    })

    it.each<[string, (key: Uint8Array) => Uint8Array]>([
      ['no bytes', () => new Uint8Array()],
      ['a byte too few', (key) => key.subarray(1)],
      ['a byte too many', (key) => Uint8Array.of(...key, 0)],
      ['another first byte', (key) => Uint8Array.of(4, ...key.subarray(1))],
      ['an x that is not below p', (key) => key.with(1, 255).fill(255, 1)],
      ['the negative of the point', (key) => key.with(0, (key[0] ?? 0) ^ 1)],
      ['an x that is not on the curve', (key) => offCurve(key)],
    ])('says no, and again no, to a key with %s', async (_what, change) => {
      const verify = ecdsa.verifier(change(publicKey))
      expect(await verify(signature, sample)).toBe(false)
      expect(await verify(signature, sample)).toBe(false)
    })

    it('makes no key pair of what is no private key', async () => {
      const order = bytes(curve.n.toString(16))
      for (const wrong of [new Uint8Array(curve.fieldBytes), order, new Uint8Array(curve.fieldBytes + 1).fill(1)]) {
        await expect(ecdsa.keyPair(wrong)).rejects.toThrow()
      }
    })
  })

  /** Half of all x are on the curve, by Euler’s criterion. */
  function offCurve(key: Uint8Array): Uint8Array {
    for (let last = 0; last < 256; last += 1) {
      const changed = key.with(key.length - 1, last)
      if (!isOnCurve(changed)) return changed
    }
    throw new Error('no x off the curve')
  }

  function isOnCurve(compressed: Uint8Array): boolean {
    const x = BigInt(`0x${Buffer.from(compressed.subarray(1)).toString('hex')}`)
    const square = (x ** 3n - 3n * x + curve.b) % curve.p
    let legendre = 1n
    for (const bit of ((curve.p - 1n) / 2n).toString(2)) {
      legendre = (legendre * legendre * (bit === '1' ? square : 1n)) % curve.p
    }
    return legendre === 1n
  }
})
