import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

describe('canonicalJson', () => {
  it('orders members by UTF-16 code units, not by code points or locale', () => {
    // U+10000 starts with the code unit D800, so it comes before U+FB33, whose code point is smaller.
    expect(canonicalJson({ '\ufb33': 1, '\u{10000}': 2, ö: 3, b: 4, B: 5, '': 6, '1': 7, '10': 8, '2': 9 })).toBe(
      '{"":6,"1":7,"10":8,"2":9,"B":5,"b":4,"ö":3,"\u{10000}":2,"\ufb33":1}',
    )
  })

  it.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [1 / 3, '0.3333333333333333'],
    ['\u0000\u001f\u007f\b\t\n\f\r"\\/', '"\\u0000\\u001f\u007f\\b\\t\\n\\f\\r\\"\\\\/"'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [Object.assign(Object.create(null), { a: true }), '{"a":true}'],
  ])('writes %j as RFC 8785 asks', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const itself: Record<string, unknown> = {}
  itself['self'] = itself
  it.each([
    ['NaN', Number.NaN],
    ['infinity', [Number.NEGATIVE_INFINITY]],
    ['a lone surrogate', { name: '\ud800' }],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['undefined', undefined],
    ['a hole', Array(1)],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['an object that contains itself', itself],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'ERR_NOT_JSON_VALUE' }))
  })

  it('is stable, and says what the value says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        const text = canonicalJson(value)
        const parsed: unknown = JSON.parse(text)
        expect(parsed).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(parsed)).toBe(text)
      }),
      { numRuns },
    )
  })

  it('does not depend on the order in which members were added', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      }),
      { numRuns },
    )
  })
})
