import * as fc from 'fast-check'
import { base58btc } from 'multiformats/bases/base58'
import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from './base58.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

// draft-msporny-base58-03 §5, and what its reading of leading zeros means at the edges.
const vectors = [
  ['48656c6c6f20576f726c6421', '2NEpo7TZRRrLZSi2U'],
  [
    '54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e',
    'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
  ],
  ['0000287fb4cd', '11233QC4'],
  ['', ''],
  ['00', '1'],
  ['000000', '111'],
  ['39', 'z'],
  ['3a', '21'],
  ['ffffff', '2UzHL'],
] as const

describe('base 58', () => {
  it.each(vectors)('writes %s as %s and reads it back', (hex, text) => {
    expect(encodeBase58(bytesOf(hex))).toBe(text)
    expect(decodeBase58(text)).toEqual(bytesOf(hex))
  })

  it('agrees with multiformats on bytes of every length', () => {
    const bytes = fc
      .tuple(fc.nat(5), fc.uint8Array({ maxLength: 140 }))
      .map(([zeros, rest]) => Uint8Array.of(...new Uint8Array(zeros), ...rest))
    fc.assert(
      fc.property(bytes, (bytes) => {
        const text = encodeBase58(bytes)
        expect(`z${text}`).toBe(base58btc.encode(bytes))
        expect(decodeBase58(text)).toEqual(bytes)
      }),
      { numRuns },
    )
  })

  it('carries through the greatest numbers of every length', () => {
    for (let length = 0; length < 130; length++) {
      const bytes = new Uint8Array(length).fill(255)
      expect(`z${encodeBase58(bytes)}`).toBe(base58btc.encode(bytes))
      expect(decodeBase58('z'.repeat(length))).toEqual(base58btc.decode(`z${'z'.repeat(length)}`))
    }
  })

  it.each(['0', 'O', 'I', 'l', ' ', '\n', '\0', 'é', '\u{1F600}', '２', '-'])('knows no digit %j', (character) => {
    for (const text of [character, `${character}2`, `2${character}`, `1${character}`, `2222${character}2222`]) {
      expect(decodeBase58(text)).toBeUndefined()
    }
  })
})
