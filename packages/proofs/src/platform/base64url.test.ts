import * as fc from 'fast-check'
import * as jose from 'jose'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from './base64url.js'

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

  it.each(['', '=', 'AA==', 'A', 'AB', 'a b', 'a+b/', 'AAAA\n'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toBeUndefined()
  })
})
