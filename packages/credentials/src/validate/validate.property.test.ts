import { valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canary, mutations, values } from '../../test/mutations.js'
import { validate } from './validate.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

describe('validate', () => {
  it('takes any JSON value without throwing, and gives the same findings each time', () => {
    fc.assert(
      fc.property(fc.oneof(values, mutations, fc.jsonValue()), (value) => {
        const result = validate(value)
        expect(result.valid).toBe(result.findings.every(({ level }) => level !== 'error'))
        expect(validate(value)).toEqual(result)
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('points at what is there, and never repeats a value', () => {
    fc.assert(
      fc.property(mutations, (document) => {
        for (const { pointer, message, source } of validate(document).findings) {
          expect(valueAtPointer(document, pointer)).not.toBeUndefined()
          expect(`${message} ${source}`).not.toContain(canary)
        }
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('changes nothing', () => {
    fc.assert(
      fc.property(mutations, (document) => {
        const before = JSON.stringify(document)
        validate(document)
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns },
    )
  })
})
