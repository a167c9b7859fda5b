import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoundedCache } from './bounded-cache.js'
import type { Ed25519, Platform } from './interface.js'
import { nobleEd25519 } from './noble/ed25519.js'
import * as node from './node.js'
import { webEd25519 } from './web/ed25519.js'
import * as web from './web.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const bytesOf = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length })
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const ofNode: Platform = node
const ofWeb: Platform = web

/** WebCrypto of an engine without Ed25519, such as Chromium before 137. */
const subtleWithoutEd25519 = new Proxy(globalThis.crypto.subtle, {
  get(subtle, member) {
    const value = Reflect.get(subtle, member) as unknown
    if (typeof value !== 'function') return value
    return (...parameters: unknown[]): unknown => {
      if (parameters.includes('Ed25519')) return Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'))
      return (value as (...parameters: unknown[]) => unknown).apply(subtle, parameters)
    }
  },
})

const implementations: readonly (readonly [string, Ed25519])[] = [
  ['node:crypto', node.ed25519],
  ['WebCrypto', web.ed25519],
  ['WebCrypto without Ed25519', webEd25519(subtleWithoutEd25519)],
  ['no WebCrypto', webEd25519(undefined)],
  ['noble', nobleEd25519()],
]

// RFC 8032 §7.1, TEST 2 and TEST 3.
const vectors = [
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
      '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
]

describe.each(implementations)('Ed25519 by %s', (_name, ed25519) => {
  it.each(vectors)('reproduces RFC 8032: $message', async ({ seed, publicKey, message, signature }) => {
    const keyPair = await ed25519.keyPair(Buffer.from(seed, 'hex'))
    expect(hex(keyPair.publicKey)).toBe(publicKey)
    expect(hex(await keyPair.sign(Buffer.from(message, 'hex')))).toBe(signature)
    const verify = ed25519.verifier(Buffer.from(publicKey, 'hex'))
    expect(await verify(Buffer.from(signature, 'hex'), Buffer.from(message, 'hex'))).toBe(true)
  })

  it('keeps its key when the caller overwrites the seed', async () => {
    const seed = new Uint8Array(32).fill(7)
    const keyPair = await ed25519.keyPair(seed)
    const data = Uint8Array.of(1, 2, 3)
    seed.fill(0)
    expect(await ed25519.verifier(keyPair.publicKey)(await keyPair.sign(data), data)).toBe(true)
  })

  it.each([
    ['a short signature', 63, 32],
    ['a long signature', 65, 32],
    ['no signature', 0, 32],
    ['a short key', 64, 31],
    ['a long key', 64, 33],
  ])('says no to %s', async (_what, signatureBytes, keyBytes) => {
    const verified = ed25519.verifier(new Uint8Array(keyBytes))(new Uint8Array(signatureBytes), Uint8Array.of(1))
    expect(await verified).toBe(false)
  })

  it('says no, and again no, to a key that is no point of the curve', async () => {
    // y = 2 has no x on the curve.
    const key = new Uint8Array(32)
    key[0] = 2
    const verify = ed25519.verifier(key)
    expect(await verify(new Uint8Array(64), Uint8Array.of(1))).toBe(false)
    expect(await verify(new Uint8Array(64), Uint8Array.of(1))).toBe(false)
  })

  it('goes on checking by the key it was given when the caller overwrites its bytes', async () => {
    const keyPair = await ed25519.keyPair(new Uint8Array(32).fill(7))
    const other = await ed25519.keyPair(new Uint8Array(32).fill(8))
    const data = Uint8Array.of(1, 2, 3)
    const bytes = Buffer.from(keyPair.publicKey) // a Buffer's slice would be the same bytes
    const verify = ed25519.verifier(bytes)
    bytes.set(other.publicKey)
    expect(await verify(await keyPair.sign(data), data)).toBe(true)
    expect(await verify(await other.sign(data), data)).toBe(false)
  })
})

describe('Ed25519', () => {
  it('is the same everywhere, and every changed bit breaks a signature', async () => {
    await fc.assert(
      fc.asyncProperty(bytesOf(32), fc.uint8Array({ maxLength: 300 }), fc.nat(511), async (seed, data, bit) => {
        const [first, ...others] = await Promise.all(
          implementations.map(async ([, ed25519]) => {
            const { publicKey, sign } = await ed25519.keyPair(seed)
            return { publicKey, signature: await sign(data) }
          }),
        )
        if (first === undefined) throw new Error('no implementation')
        for (const other of others) expect(other).toEqual(first)
        const changed = first.signature.slice()
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        for (const [name, ed25519] of implementations) {
          expect(await ed25519.verifier(first.publicKey)(first.signature, data), name).toBe(true)
          expect(await ed25519.verifier(first.publicKey)(changed, data), name).toBe(false)
        }
      }),
      { numRuns },
    )
  }, 600_000)
})

// FIPS 180-4, the example "abc".
describe.each([
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sha384', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
] as const)('%s', (name, digest) => {
  it('is the same on both platforms, for bytes and text', () => {
    expect(hex(ofNode[name]('abc'))).toBe(digest)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(ofWeb[name](text)).toEqual(ofNode[name](text))
        expect(ofWeb[name](new TextEncoder().encode(text))).toEqual(ofNode[name](text))
        for (const platform of [ofNode, ofWeb]) {
          expect(platform[name]([text, 'abc', text])).toEqual(ofNode[name](`${text}abc${text}`))
        }
      }),
      { numRuns },
    )
  })
})

describe('the platforms', () => {
  it('have the same members', () => {
    const [first, second] = [ofNode, ofWeb].map((platform) => Object.keys(platform).toSorted())
    expect(first).toEqual(second)
  })
})

describe('BoundedCache', () => {
  it('forgets what was not used the longest', () => {
    const cache = new BoundedCache<number>(2)
    let made = 0
    const make = (): number => ++made
    cache.getOrMake('a', make)
    cache.getOrMake('b', make)
    cache.getOrMake('a', make)
    cache.getOrMake('c', make)
    expect(cache.size).toBe(2)
    expect(cache.getOrMake('a', make)).toBe(1)
    expect(cache.getOrMake('b', make)).toBe(4)
  })

  it('keeps nothing of a failure, nor of undefined, and forgets on request', () => {
    const cache = new BoundedCache<number | undefined>(2)
    cache.getOrMake('a', () => undefined)
    expect(cache.size).toBe(0)
    expect(() =>
      cache.getOrMake('a', () => {
        throw new Error('no')
      }),
    ).toThrow('no')
    cache.getOrMake('a', () => 1)
    cache.delete('a')
    expect(cache.size).toBe(0)
  })
})
