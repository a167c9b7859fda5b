import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { copyJson } from './copy-json.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

it('copies what JSON text would carry, and refuses the rest', () => {
  const anything = fc.anything({ withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anything), (value) => {
      const copied = copyJson(value)
      if (!copied.ok) return
      expect(JSON.stringify(copied.value)).toBe(JSON.stringify(value))
      expect(JSON.stringify(JSON.parse(JSON.stringify(value)))).toBe(JSON.stringify(copied.value))
    }),
    { numRuns },
  )
})
