import type { JsonObject } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutations, values } from '../../test/mutations.js'
import { type ClassName, structure } from '../model/index.js'
import { validate, validateSchema } from '../validate/index.js'
import { checkObject } from './check-object.js'
import { checkRecord } from './check-record.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)
const classNames = Object.keys(structure) as ClassName[]

const isRefused = (className: ClassName, value: JsonObject): boolean =>
  (className === 'ClrCredential' ? checkRecord : checkObject)(className, { value, pointer: '' }).some(
    ({ level }) => level === 'error',
  )

/** The class of the sample that a document was made from, if it still says so. */
function classOf(document: JsonObject): ClassName {
  const types = [document['type']].flat()
  const named = (['ClrCredential', 'EndorsementCredential'] as const).find((name) => types.includes(name))
  return named ?? 'AchievementCredential'
}

describe('what builders check', () => {
  it('refuses all that the schema refuses in a changed document', () => {
    fc.assert(
      fc.property(mutations, (document) => {
        const className = classOf(document)
        if (validateSchema(document, className).length > 0) expect(isRefused(className, document)).toBe(true)
      }),
      { numRuns: numRuns * 4 },
    )
  })

  it('refuses nothing that validate takes', () => {
    fc.assert(
      fc.property(mutations, (document) => {
        const className = classOf(document)
        if (isRefused(className, document) && validateSchema(document, className).length === 0)
          expect(validate(document).valid).toBe(false)
      }),
      { numRuns: numRuns * 4 },
    )
  })

  it('refuses all that the schema of any class refuses', () => {
    const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    fc.assert(
      fc.property(fc.constantFrom(...classNames), objects, (className, value) => {
        if (validateSchema(value, className).length > 0) expect(isRefused(className, value as JsonObject)).toBe(true)
      }),
      { numRuns: numRuns * 2 },
    )
  })
})
