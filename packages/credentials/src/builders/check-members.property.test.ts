import type { JsonObject, JsonValue } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutations, values } from '../../test/mutations.js'
import { badge } from '../../test/samples.js'
import { type ClassName, structure } from '../model/index.js'
import { type Finding, validate, validateSchema } from '../validate/index.js'
import { findingsIn } from './findings-in.js'
import { recordRules } from './record-rules.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)
const classNames = Object.keys(structure) as ClassName[]

const isRefused = (className: ClassName, value: JsonObject): boolean =>
  findingsIn(className, { value, pointer: '' }, recordRules).some(({ level }) => level === 'error')

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

  it('says of status entries and of dates what the rules of validate say', () => {
    const some = fc.option(
      fc.constantFrom<JsonValue>(
        'revocation',
        'https://university.example/status',
        'status',
        '94',
        94,
        -1,
        0.5,
        2 ** 53,
        ['94'],
      ),
      { nil: undefined },
    )
    const entries = fc.record({
      type: fc.constantFrom<JsonValue>(
        'BitstringStatusListEntry',
        ['StatusList2021Entry'],
        'Entry',
        '1EdTechRevocationList',
      ),
      statusPurpose: some,
      statusListCredential: some,
      statusListIndex: some,
    })
    const dates = fc.option(fc.constant('2026-05-31T09:00:00Z'), { nil: undefined, freq: 2 })
    const verdicts = new Set<boolean>()
    fc.assert(
      fc.property(entries, dates, dates, (credentialStatus, issuanceDate, expirationDate) => {
        const input = { ...badge, credentialStatus, issuanceDate, expirationDate }
        const document = JSON.parse(JSON.stringify(input)) as JsonObject
        const codes = (findings: readonly Finding[]) =>
          new Set(
            findings.flatMap(({ rule, level, code }) =>
              level === 'error' && ['status-entry', 'date-names'].includes(rule) ? code : [],
            ),
          )
        const said = codes(findingsIn('AchievementCredential', { value: document, pointer: '' }, recordRules))
        expect(said).toEqual(codes(validate(document).findings))
        verdicts.add(said.has('status-incomplete'))
      }),
      { numRuns: numRuns * 2 },
    )
    expect(verdicts.size).toBe(2)
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
