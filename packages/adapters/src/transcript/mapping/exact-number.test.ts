import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactNumber } from './exact-number.js'

describe('exactNumber', () => {
  it.each([
    ['3', 3],
    ['3.0', 3],
    ['03.50', 3.5],
    ['+4', 4],
    ['-1.25', -1.25],
    ['.5', 0.5],
    ['5.', 5],
    ['0', 0],
    ['-0', 0],
    ['0.00', 0],
    ['9007199254740992', 2 ** 53],
  ])('takes %s', (text, number) => {
    expect(exactNumber(text)).toBe(number)
  })

  it.each([
    ['beyond 2^53', '9007199254740994'],
    ['a power of ten that has a double', '100000000000000000000'],
    ['more digits than a double holds', '0.12345678901234567890'],
    ['what is written with an exponent', '0.0000001'],
    ['an exponent', '1e3'],
    ['no digit', '.'],
    ['nothing', ''],
    ['two points', '1.2.3'],
    ['a comma', '1,5'],
    ['blanks', ' 1'],
    ['infinity', 'INF'],
    ['hexadecimal digits', '0x10'],
    ['a word', 'three'],
  ])('refuses %s', (_, text) => {
    expect(exactNumber(text)).toBeUndefined()
  })

  it('says in JSON what the decimal said, or nothing', () => {
    const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 8 })).map(([digits, scale]) => {
      const text = digits.toString().padStart(scale + 1, '0')
      return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
    })
    fc.assert(
      fc.property(decimal, (text) => {
        const number = exactNumber(text)
        if (number === undefined) return
        const json = JSON.stringify(number)
        expect(json).not.toMatch(/e/i)
        const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
        expect(json).toBe(trimmed)
      }),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
    )
  })
})
