import type { JsonObject } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeInputs, endorsementInputs, recordInputs } from '../../test/builder-inputs.js'
import { lint } from '../lint/index.js'
import { type ClassName, classOfType, structure } from '../model/index.js'
import { validate } from '../validate/index.js'
import { objectsAt } from '../validate/located.js'
import { achievementCredential, clrCredential, endorsementCredential } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

const json = (document: object): JsonObject => JSON.parse(JSON.stringify(document)) as JsonObject

/** What is wrong with a document that went out as JSON text and came back. */
function errorsIn(document: object): unknown[] {
  const read = json(document)
  return [...validate(read).findings, ...lint(read).findings].filter(({ level }) => level === 'error')
}

/** The members of the classes that occur in an object and in what belongs to it: `Achievement name`. */
function membersIn(className: ClassName, value: JsonObject): string[] {
  return Object.entries(structure[className].properties).flatMap(([member, [type]]) => {
    if (!Object.hasOwn(value, member)) return []
    const nested = classOfType(type)
    const inside = nested === undefined ? [] : objectsAt({ value, pointer: '' }, member)
    return [`${className} ${member}`, ...inside.flatMap((each) => membersIn(ofRecord(nested as ClassName), each.value))]
  })
}

/** The credentials of the records are badges. */
const ofRecord = (nested: ClassName): ClassName =>
  nested === 'VerifiableCredential' ? 'AchievementCredential' : nested

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const each of Object.values(value)) frozen(each)
  return Object.freeze(value)
}

describe('what builders build', () => {
  it('has, over a sample, every member of the data model but proofs', () => {
    const samples = fc.sample(recordInputs, { numRuns: 60, seed: 1 })
    const found = new Set(samples.flatMap((input) => membersIn('ClrCredential', json(clrCredential(input)))))
    const missing = (Object.keys(structure) as ClassName[])
      .filter((className) => !['VerifiableCredential', 'CredentialSubject', 'Proof'].includes(className))
      .flatMap((className) => Object.keys(structure[className].properties).map((member) => `${className} ${member}`))
      .filter((each) => !found.has(each) && !each.endsWith(' proof'))
    expect(missing).toEqual([])
  })

  it('is valid, whatever badge the types allow, and built again the same', () => {
    fc.assert(
      fc.property(badgeInputs, (input) => {
        const badge = achievementCredential(frozen(input))
        expect(errorsIn(badge)).toEqual([])
        expect(json(badge)).toEqual(badge)
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
