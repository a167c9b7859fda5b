import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeInputs, endorsementInputs, recordInputs } from '../../test/builder-inputs.js'
import { validate } from '../validate/index.js'
import { achievementCredential, clrCredential, endorsementCredential } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

/** What is wrong with a document that went out as JSON text and came back. */
const errorsIn = (document: object): unknown[] =>
  validate(JSON.parse(JSON.stringify(document))).findings.filter(({ level }) => level === 'error')

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const each of Object.values(value)) frozen(each)
  return Object.freeze(value)
}

describe('what builders build', () => {
  it('is valid, whatever badge the types allow, and built again the same', () => {
    fc.assert(
      fc.property(badgeInputs, (input) => {
        const badge = achievementCredential(frozen(input))
        expect(errorsIn(badge)).toEqual([])
        expect(JSON.parse(JSON.stringify(badge))).toEqual(badge)
        expect(achievementCredential(frozen(badge))).toEqual(badge)
      }),
      { numRuns },
    )
  })

  it('is valid, whatever record of such badges and a hierarchy above them', () => {
    fc.assert(
      fc.property(recordInputs, (input) => {
        const record = clrCredential(frozen(input))
        expect(errorsIn(record)).toEqual([])
        expect(clrCredential(frozen(record))).toEqual(record)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  it('is valid, whatever endorsement', () => {
    fc.assert(
      fc.property(endorsementInputs, (input) => {
        const endorsement = endorsementCredential(frozen(input))
        expect(errorsIn(endorsement)).toEqual([])
        expect(endorsementCredential(frozen(endorsement))).toEqual(endorsement)
      }),
      { numRuns },
    )
  })
})
