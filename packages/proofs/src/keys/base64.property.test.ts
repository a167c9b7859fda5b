import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from './base64.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

it('base64 is what Buffer makes of bytes, and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
    }),
    { numRuns },
  )
})

it.each(['', 'A', 'AA', 'AAA', 'A===', 'AA=A', 'AA-_', 'AA A', 'AAAA\n', 'AB=='])('%j is none', (text) => {
  expect(decodeBase64(text)).toBeUndefined()
})
