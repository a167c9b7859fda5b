import { base58btc } from 'multiformats/bases/base58'
import { describe, expect, it } from 'vitest'
import { verificationKeyFromMultikey } from './bbs-public-key.js'

const multikey = (bytes: readonly number[]): string => base58btc.encode(Uint8Array.from(bytes))
const point = (first: number, length = 96): number[] => [first, ...Array.from({ length: length - 1 }, () => 7)]

describe('verificationKeyFromMultikey', () => {
  it.each([0x80, 0x8f, 0xa0, 0xb9])('reads a point of group G2 that begins with %d', (first) => {
    const text = multikey([0xeb, 0x01, ...point(first)])
    expect(verificationKeyFromMultikey(text)).toEqual({ algorithm: 'BBS', publicKeyMultibase: text })
  })

  it('reads ordinary keys', () => {
    const text = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
    expect(verificationKeyFromMultikey(text)).toEqual({ algorithm: 'EdDSA', publicKeyMultibase: text })
  })

  it.each([
    ['an uncompressed point', multikey([0xeb, 0x01, ...point(0x10)])],
    ['a short point', multikey([0xeb, 0x01, ...point(0x80, 95)])],
    ['a long point', multikey([0xeb, 0x01, ...point(0x80, 97)])],
    ['a point of group G1', multikey([0xea, 0x01, ...point(0x80, 48)])],
    ['a point of both groups', multikey([0xee, 0x01, ...point(0x80, 144)])],
    ['another alphabet', `${multikey([0xeb, 0x01, ...point(0x80)]).slice(0, -1)}0`],
    ['white space', `${multikey([0xeb, 0x01, ...point(0x80)])} `],
    ['nothing', ''],
  ])('does not read %s', (_what, text) => {
    expect(verificationKeyFromMultikey(text)).toBeUndefined()
  })
})
