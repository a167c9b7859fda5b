import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.js'

test('the pieces are what JSON.stringify returns', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, new Date(0)),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
  }))
  fc.assert(
    fc.property(
      value.filter((each) => each !== undefined),
      (each) => {
        expect([...jsonPieces(each)].join('')).toBe(JSON.stringify(each, undefined, 2))
      },
    ),
    { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 200) },
  )
})

test('no piece is longer than an item of a list', () => {
  const pieces = [...jsonPieces({ items: Array.from({ length: 1000 }, (_, n) => ({ n })) })]
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40)
})
