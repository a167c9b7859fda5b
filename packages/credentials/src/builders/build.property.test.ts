import type { JsonObject } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AchievementCredentialInput, AchievementType, ClrCredentialInput, ResultType } from '../model/index.js'
import { type ClassName, classOfType, isCredentialClass, structure } from '../model/index.js'
import { validate } from '../validate/index.js'
import { achievementCredential, clrCredential } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

const text = fc.string({ minLength: 1 })
const uri = fc.webUrl()
const enumerations: Readonly<Record<string, fc.Arbitrary<string>>> = {
  AchievementType: fc.constantFrom<AchievementType[]>('Course', 'Degree', 'CoCurricular', 'ext:Bootcamp'),
  AlignmentTargetType: fc.constantFrom('CFItem', 'ceterms:Credential', 'ext:Skill'),
  IdentifierTypeEnum: fc.constantFrom('emailAddress', 'sourcedId', 'ext:opeid'),
  ResultType: fc.constantFrom<ResultType[]>('LetterGrade', 'GradePointAverage', 'ext:Mood'),
  ResultStatusType: fc.constantFrom('Completed', 'Enrolled'),
}
const primitives: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...enumerations,
  Boolean: fc.boolean(),
  Float: fc.double({ noNaN: true, noDefaultInfinity: true }),
  Date: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  URI: uri,
  URL: uri,
  LanguageCode: fc.constantFrom('en', 'de-AT', 'zh-Hant'),
  CompactJws: fc.constant('e30.e30.c2ln'),
  ProfileRef: uri,
}
// Dates that come in pairs must be in order, and links must lead somewhere: those are written by hand below.
const apart = new Set([
  '@context',
  'type',
  'proof',
  'validFrom',
  'validUntil',
  'activityStartDate',
  'activityEndDate',
  'result',
  'requiredLevel',
  'verifiableCredential',
  'association',
])

/** Any input that the types allow, made from the data model itself. */
function inputOf(className: ClassName, depth: number): fc.Arbitrary<JsonObject> {
  const { properties, types } = structure[className]
  const members = Object.entries(properties).flatMap(
    ([member, [type, cardinality]]): [string, fc.Arbitrary<unknown>][] => {
      const nested = classOfType(type)
      if (apart.has(member) && (member !== 'type' || types !== undefined)) return []
      if (
        nested !== undefined &&
        type !== 'ProfileRef' &&
        (isCredentialClass(nested) || (depth === 0 && cardinality.startsWith('0')))
      )
        return []
      const one = primitives[type] ?? (nested === undefined ? text : inputOf(nested, depth - 1))
      const value = cardinality.endsWith('*') ? fc.array(one, { maxLength: 2 }) : one
      const needed = cardinality.startsWith('1') || member === 'id' || member === 'narrative'
      return [[member, needed ? value : fc.option(value, { freq: 1 })]]
    },
  )
  return fc.record(Object.fromEntries(members)) as fc.Arbitrary<JsonObject>
}

const validity = fc
  .tuple(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 0, max: 2e12 }))
  .map(([from, length]) => ({
    validFrom: new Date(from),
    validUntil: new Date(from + length).toISOString().replace('Z', '+00:00'),
  }))

const badgeInputs = fc
  .tuple(inputOf('AchievementCredential', 2), validity, fc.boolean())
  .map(([input, dates, withResults]) => {
    const subject = input['credentialSubject'] as JsonObject
    const described = (subject['achievement'] as JsonObject)['resultDescription'] as
      | { id: string; rubricCriterionLevel?: { id: string }[] | null }[]
      | null
    const result = (described ?? []).map(({ id, rubricCriterionLevel }) => ({
      resultDescription: id,
      achievedLevel: rubricCriterionLevel?.[0]?.id,
      value: 'A',
    }))
    return {
      ...input,
      ...dates,
      credentialSubject: { ...subject, result: withResults ? result : null },
    } as unknown as AchievementCredentialInput
  })

describe('what builders build', () => {
  it('is valid, whatever badge the types allow', () => {
    fc.assert(
      fc.property(badgeInputs, (input) => {
        const badge = achievementCredential(input)
        expect(validate(JSON.parse(JSON.stringify(badge))).findings).toEqual([])
        expect(achievementCredential(badge)).toEqual(badge)
      }),
      { numRuns },
    )
  })

  it('is valid, whatever record of such badges, one below the other', () => {
    const badges = fc.uniqueArray(badgeInputs, {
      minLength: 1,
      maxLength: 3,
      selector: ({ credentialSubject }) => credentialSubject.achievement.id,
    })
    fc.assert(
      fc.property(inputOf('ClrCredential', 1), validity, badges, (input, dates, inputs) => {
        const verifiableCredential = inputs.map((each) => achievementCredential(each))
        const [top, ...others] = verifiableCredential.map(({ credentialSubject }) => credentialSubject.achievement)
        const association = others.map((each) => ({ associationType: 'isParentOf', sourceId: top, targetId: each }))
        const credentialSubject = { ...(input['credentialSubject'] as JsonObject), verifiableCredential, association }
        const record = clrCredential({ ...input, ...dates, credentialSubject } as unknown as ClrCredentialInput)
        expect(validate(JSON.parse(JSON.stringify(record))).findings).toEqual([])
        expect(clrCredential(record)).toEqual(record)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  it('leaves the input as it was', () => {
    fc.assert(
      fc.property(badgeInputs, (input) => {
        const before = structuredClone(input)
        achievementCredential(input)
        expect(input).toEqual(before)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })
})
