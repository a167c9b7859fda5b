import { type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../../test/lint-findings.js'
import { goodExperience, goodMicrocredential } from '../../test/lint-samples.js'
import { values } from '../../test/mutations.js'
import { badge, changed } from '../../test/samples.js'
import { achievementCredential, clrCredential, InvalidCredentialError } from '../builders/index.js'
import type { AchievementCredential, AchievementCredentialInput } from '../model/index.js'
import { lint } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

const subject = '/credentialSubject'
const achievement = `${subject}/achievement`
const dates = fc.constantFrom('2026-01-01T00:00:00Z', '2026-05-31T09:00:00Z', '2030-01-01T00:00:00Z', '1900')
const texts = fc.constantFrom(
  '',
  'N/A',
  'A',
  'Algebra',
  'Born 1999-05-17',
  '123-45-6789',
  'Race: unknown',
  'learner@mail.example',
)

/** What builders may take, and lint may have something to say about. */
const changes: fc.Arbitrary<readonly [pointer: string, value: JsonValue | undefined]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      '/validFrom',
      '/validUntil',
      '/awardedDate',
      `${subject}/activityStartDate`,
      `${subject}/activityEndDate`,
    ),
    fc.option(dates, { nil: undefined }),
  ),
  fc.tuple(
    fc.constantFrom(
      `${achievement}/name`,
      `${achievement}/description`,
      `${achievement}/criteria/narrative`,
      `${achievement}/achievementType`,
      `${subject}/narrative`,
      `${subject}/name`,
      `${subject}/result/0/value`,
      `${subject}/result/0/resultDescription`,
      `${subject}/result/0/status`,
      `${achievement}/resultDescription/0/resultType`,
      `${achievement}/resultDescription/0/valueMax`,
    ),
    fc.option(texts, { nil: undefined }),
  ),
  fc.tuple(fc.constantFrom(`${subject}/result`, `${achievement}/alignment`, '/evidence', '/issuer'), values),
)

const inputs: fc.Arbitrary<AchievementCredentialInput> = fc
  .tuple(fc.constantFrom(badge, goodMicrocredential, goodExperience), fc.array(changes, { maxLength: 4 }))
  .map(([sample, list]) =>
    list.reduce<JsonObject>((input, [pointer, value]) => {
      const parent = valueAtPointer(input, pointer.slice(0, pointer.lastIndexOf('/')))
      return typeof parent === 'object' && parent !== null ? changed(input, pointer, value) : input
    }, sample),
  )
  .map((input) => input as unknown as AchievementCredentialInput)

/** The badge that a builder makes of an input, unless it refuses. */
function built(input: AchievementCredentialInput): AchievementCredential | undefined {
  try {
    return achievementCredential<unknown>(input)
  } catch (error) {
    if (error instanceof InvalidCredentialError) return undefined
    throw error
  }
}

const errorsIn = (document: unknown) =>
  lint(JSON.parse(JSON.stringify(document)), { now }).findings.filter(({ level }) => level === 'error')

describe('what builders build', () => {
  it('has no errors by the general profile, whatever else there is to say', () => {
    let remarks = 0
    fc.assert(
      fc.property(inputs, (input) => {
        const one = built(input)
        fc.pre(one !== undefined)
        expect(errorsIn(one)).toEqual([])
        remarks += lint(one, { now }).findings.length
      }),
      { numRuns: numRuns * 2 },
    )
    expect(remarks).toBeGreaterThan(0)
  })

  it('nor has a record of such badges', () => {
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1, maxLength: 3 }), fc.option(dates), (list, awardedDate) => {
        const badges = list.flatMap((input) => built(input) ?? [])
        fc.pre(badges.length > 0 && awardedDate !== '1900')
        const record = clrCredential({
          name: 'Transcript',
          issuer: { id: 'did:web:university.example' },
          validFrom: '2026-06-01T09:00:00Z',
          ...(awardedDate === null ? {} : { awardedDate }),
          credentialSubject: { id: 'did:example:learner', verifiableCredential: badges },
        })
        expect(errorsIn(record)).toEqual([])
      }),
      { numRuns },
    )
  })
})
