import { type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../../test/lint-findings.js'
import { goodExperience, goodMicrocredential, goodTranscript } from '../../test/lint-samples.js'
import { canary, mutations, values } from '../../test/mutations.js'
import { changed } from '../../test/samples.js'
import { type LintProfileName, lint, lintLinks, lintProfiles } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 50)

const samples: readonly JsonObject[] = [goodTranscript, goodMicrocredential, goodExperience]

/** Every pointer into a document. */
function pointersOf(value: JsonValue | undefined, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [pointer, ...Object.entries(value).flatMap(([name, each]) => pointersOf(each, `${pointer}/${name}`))]
}

const texts = fc.constantFrom(
  canary,
  `${canary}@mail.example`,
  `Race: ${canary}`,
  `Born 1999-05-17, ${canary}`,
  `${canary} 123-45-6789`,
  `ext:${canary}`,
  `https://${canary}.example/${canary}`,
)

/** A good record in which a few members are gone, or hold anything. */
const spoiled: fc.Arbitrary<JsonObject> = fc.constantFrom(...samples).chain((sample) => {
  const pointers = pointersOf(sample).filter((pointer) => pointer !== '')
  const change = fc.tuple(fc.constantFrom(...pointers), fc.option(fc.oneof(texts, values), { nil: undefined }))
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce<JsonObject>((document, [pointer, value]) => {
      return valueAtPointer(document, pointer) === undefined ? document : changed(document, pointer, value)
    }, sample),
  )
})

const names = Object.keys(lintProfiles) as LintProfileName[]
const profiles = fc.constantFrom(...names)

describe('lint', () => {
  it('takes any JSON value without throwing, and finds the same each time', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled, mutations, values, fc.jsonValue()), profiles, (value, profile) => {
        const result = lint(value, { profile, now })
        expect(result.valid).toBe(result.findings.every(({ level }) => level !== 'error'))
        expect(lint(value, { profile, now })).toEqual(result)
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('points at what is there, says why and by whose advice, and never repeats a value', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled, mutations), profiles, (document, profile) => {
        for (const { pointer, message, why, source } of lint(document, { profile, now }).findings) {
          expect(valueAtPointer(document, pointer)).not.toBeUndefined()
          expect([message, why, source]).not.toContain('')
          expect(`${message} ${why} ${source}`).not.toContain(canary)
        }
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('repeats no value at any place of a record', () => {
    for (const sample of samples) {
      for (const pointer of pointersOf(sample)) {
        const document = pointer === '' ? canary : changed(sample, pointer, canary)
        for (const profile of names) {
          const { findings } = lint(document, { profile, now })
          const told = findings.find(({ message }) => message.includes(canary))
          expect(told, `${profile} ${pointer}`).toBeUndefined()
        }
      }
    }
  })

  it('changes nothing', () => {
    fc.assert(
      fc.property(spoiled, profiles, (document, profile) => {
        const before = JSON.stringify(document)
        lint(document, { profile, now })
        expect(JSON.stringify(document)).toBe(before)
      }),
      { numRuns },
    )
  })
})

describe('lintLinks', () => {
  it('takes any JSON value, and never repeats one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoiled, values), profiles, async (value, profile) => {
        const { findings } = await lintLinks(value, { profile, isReachable: async () => false })
        for (const { message } of findings) expect(message).not.toContain(canary)
      }),
      { numRuns },
    )
  })
})
