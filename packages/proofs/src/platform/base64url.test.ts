import * as fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from './base64url.js'
import * as node from './node.js'
import * as web from './web.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

describe('base64url', () => {
  it('agrees with jose', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(jose.base64url.encode(bytes))
        expect(decodeBase64url(jose.base64url.encode(bytes))).toEqual(bytes)
      }),
      { numRuns },
    )
  })

  it('takes of all texts that stand for the same bytes the one that they are encoded as', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const start of ['A', 'AA', 'AAA', 'AAAAA', 'AAAAAA', 'AAAAAAA']) {
      for (const last of alphabet) {
        const bytes = Buffer.from(start + last, 'base64url')
        const isEncoding = bytes.toString('base64url') === start + last
        expect(decodeBase64url(start + last)).toEqual(isEncoding ? new Uint8Array(bytes) : undefined)
      }
    }
  })

  it.each([
    ['Node', node],
    ['the Web', web],
  ])('is the same on %s, also of a part of a buffer', (_, platform) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(7), (whole, start) => {
        const bytes = whole.subarray(start)
        const text = Buffer.from(bytes).toString('base64url')
        expect(platform.base64urlFromBytes(bytes)).toBe(text)
        expect(platform.bytesFromBase64url(text)).toStrictEqual(new Uint8Array(bytes))
      }),
      { numRuns },
    )
  })

  it('leaves nothing of a key in memory that others share', () => {
    const bytes = decodeBase64url('AQID')
    expect(bytes?.buffer.byteLength).toBe(3)
  })

  it.each(['', '=', 'AA==', 'A', 'AB', 'a b', 'a+b/', 'AAAA\n'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toBeUndefined()
  })
})
