import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeBase58Multibase,
  decodeMultikey,
  decodeSecretMultikey,
  encodeBase58Multibase,
  encodeMultikey,
  publicKeyFromMultikey,
} from './multikey.js'
import { derFromRsaPublicKey } from './rsa-public-key.js'
import { isSmallOrderPoint } from './small-order-point.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

// Examples of Controlled Identifiers 1.0 §2.2.2 and of the did:key specification.
const multikeys = [
  ['z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu', 'EdDSA', 32],
  ['zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv', 'ES256', 33],
  ['z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9', 'ES384', 49],
  [
    'z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mny' +
      'Pp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6' +
      'CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3' +
      'qRMMmyjnjCMfR4pXbRMZa3i',
    'RS256',
    270,
  ],
] as const

const ed25519Key = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => !isSmallOrderPoint(bytes))
const bytesOf = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length })

/** The bytes of an RSA Multikey with a modulus of so many bytes. */
function rsa(modulusBytes: number): Uint8Array {
  const der = derFromRsaPublicKey({ modulus: new Uint8Array(modulusBytes).fill(255), exponent: Uint8Array.of(1, 0, 1) })
  return Uint8Array.of(0x85, 0x24, ...der)
}

describe('decodeMultikey', () => {
  it.each(multikeys)('reads %s', (multikey, algorithm, length) => {
    const decoded = decodeMultikey(multikey)
    expect(decoded?.algorithm).toBe(algorithm)
    expect(decoded?.bytes).toHaveLength(length)
    expect(publicKeyFromMultikey(multikey)).toEqual({ algorithm, publicKeyMultibase: multikey })
  })

  it.each([
    ['the empty text', ''],
    ['no multibase prefix', '6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu'],
    ['base64url multibase', 'u7QFqKK1pZv3bTUqdhlI0RBpqGyTYVYrLPWQ4U0tRIzYj3Q'],
    ['a character outside the alphabet', 'z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cx0'],
    ['a space in front', ' z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu'],
    ['a line break at the end', 'z6MkmM42vxfqZQsv4ehtTjFFxQ4sQKS2w6WR7emozFAn5cxu\n'],
    ['one byte too few', encodeBase58Multibase(Uint8Array.of(0xed, 0x01, ...new Uint8Array(31)))],
    ['one byte too many', encodeBase58Multibase(Uint8Array.of(0xed, 0x01, ...new Uint8Array(33)))],
    ['a leading zero byte', encodeBase58Multibase(Uint8Array.of(0, 0xed, 0x01, ...new Uint8Array(32)))],
    ['no varint prefix', encodeBase58Multibase(new Uint8Array(32).fill(7))],
    ['an unknown multicodec (X25519)', 'z6LShs9GGnqk85isEBzzshkuVWrVKsRp24GnDuHk8QWkARMW'],
    ['a private key', encodeBase58Multibase(Uint8Array.of(0x80, 0x26, ...new Uint8Array(32)))],
    ['a point that is not compressed', encodeBase58Multibase(Uint8Array.of(0x80, 0x24, 4, ...new Uint8Array(32)))],
    ['an RSA key whose DER is cut short', encodeBase58Multibase(rsa(256).subarray(0, -1))],
    ['an RSA key of 2040 bits', encodeBase58Multibase(rsa(255))],
    ['an RSA key of 8200 bits', encodeBase58Multibase(rsa(1025))],
    ['a hostile length', `z${'6'.repeat(1_000_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(decodeMultikey(text)).toBeUndefined()
    expect(publicKeyFromMultikey(text)).toBeUndefined()
  })

  it('undoes encodeMultikey, and no other text is the same key', () => {
    fc.assert(
      fc.property(ed25519Key, (bytes) => {
        const key = encodeMultikey('EdDSA', bytes)
        expect(key?.publicKeyMultibase).toMatch(/^z6Mk/)
        expect(decodeMultikey(key?.publicKeyMultibase ?? '')?.bytes).toEqual(bytes)
      }),
      { numRuns },
    )
    expect(decodeMultikey(encodeBase58Multibase(rsa(1024)))?.bytes).toEqual(rsa(1024).subarray(2))
    fc.assert(
      fc.property(bytesOf(32), fc.constantFrom(2, 3), (x, sign) => {
        const bytes = Uint8Array.of(sign, ...x)
        expect(decodeMultikey(encodeMultikey('ES256', bytes)?.publicKeyMultibase ?? '')).toEqual({
          algorithm: 'ES256',
          bytes,
        })
      }),
      { numRuns },
    )
  })
})

describe('encodeMultikey', () => {
  it('refuses bytes of another length, points that are not compressed, what is no RSAPublicKey', () => {
    expect(encodeMultikey('EdDSA', new Uint8Array(31))).toBeUndefined()
    expect(encodeMultikey('ES256', new Uint8Array(33))).toBeUndefined()
    expect(encodeMultikey('RS256', new Uint8Array(32))).toBeUndefined()
  })
})

describe('decodeSecretMultikey', () => {
  it('reads an Ed25519 seed', () => {
    const seed = new Uint8Array(32).fill(9)
    const text = encodeBase58Multibase(Uint8Array.of(0x80, 0x26, ...seed))
    expect(text).toMatch(/^z3u2/)
    expect(decodeSecretMultikey(text)).toEqual({ algorithm: 'EdDSA', bytes: seed })
  })

  it('reads scalars of P-256 and P-384', () => {
    const p256 = encodeBase58Multibase(Uint8Array.of(0x86, 0x26, ...new Uint8Array(32).fill(9)))
    const p384 = encodeBase58Multibase(Uint8Array.of(0x87, 0x26, ...new Uint8Array(48).fill(9)))
    expect(decodeSecretMultikey(p256)).toEqual({ algorithm: 'ES256', bytes: new Uint8Array(32).fill(9) })
    expect(decodeSecretMultikey(p384)).toEqual({ algorithm: 'ES384', bytes: new Uint8Array(48).fill(9) })
    const short = encodeBase58Multibase(Uint8Array.of(0x87, 0x26, ...new Uint8Array(32).fill(9)))
    expect(decodeSecretMultikey(short)).toBeUndefined()
  })

  it('refuses a public key', () => {
    expect(decodeSecretMultikey(multikeys[0][0])).toBeUndefined()
  })
})

describe('base58-btc multibase', () => {
  it('round-trips, leading zero bytes included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        expect(decodeBase58Multibase(encodeBase58Multibase(bytes))).toEqual(bytes)
      }),
      { numRuns },
    )
  })

  it('takes 96 bytes, as a P-384 signature has, and not much more', () => {
    const signature = new Uint8Array(96).fill(255)
    expect(decodeBase58Multibase(encodeBase58Multibase(signature))).toEqual(signature)
    expect(decodeBase58Multibase(encodeBase58Multibase(new Uint8Array(97).fill(255)))).toBeUndefined()
  })

  it('is one-to-one: every text that decodes is the text of its bytes', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl '
    const text = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 90 })
    fc.assert(
      fc.property(text, (characters) => {
        const bytes = decodeBase58Multibase(`z${characters}`)
        if (bytes !== undefined) expect(encodeBase58Multibase(bytes)).toBe(`z${characters}`)
        else expect(characters).toMatch(/[0OIl ]/)
      }),
      { numRuns },
    )
  })
})
