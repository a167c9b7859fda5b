import { type JsonValue, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canary, mutations, pointersOf, values } from '../../test/mutations.js'
import { changed } from '../../test/samples.js'
import { rules } from './rules/index.js'
import { validate } from './validate.js'

/** Documents with texts that are nearly fine where rules look closer. */
const oddTexts = mutations.chain((document) => {
  const isText = (pointer: string): boolean => typeof valueAtPointer(document, pointer) === 'string'
  const places = pointersOf(document).filter((pointer) => isText(pointer) && !pointer.includes('~'))
  const texts = fc.constantFrom<JsonValue>(
    'http://university.example/',
    'HTTPS://',
    'did:example:1',
    'urn:example:1 2',
    'ext:a b',
    'text:',
    'assertionMethod',
    'authentication',
    '2026-02-30T00:00:00Z',
    '2020-01-01T00:00:00Z',
    '2030-01-01 00:00:00+01',
    '-1',
    '101.5',
    { '@value': 'Statics' },
    { '@none': 'Statics' },
    ['urn:example:1'],
  )
  const change = fc.tuple(fc.constantFrom('', ...places), texts)
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce(
        (made, [place, text]) => (typeof valueAtPointer(made, place) === 'string' ? changed(made, place, text) : made),
        document,
      ),
    )
})

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

  it('leaves out what is at an excepted place or inside, and says the same of everything else', () => {
    const placed = mutations.chain((document) => {
      const found = validate(document).findings.map(({ pointer }) => pointer)
      const places = fc.constantFrom(...new Set([...pointersOf(document), ...found]))
      return fc.tuple(fc.constant(document), fc.uniqueArray(places, { minLength: 1, maxLength: 4 }))
    })
    fc.assert(
      fc.property(placed, ([document, places]) => {
        const isInside = (pointer: string): boolean =>
          places.some((place) => pointer === place || pointer.startsWith(`${place}/`))
        const findings = validate(document).findings.filter(({ pointer }) => !isInside(pointer))
        const valid = findings.every(({ level }) => level !== 'error')
        expect(validate(document, { except: new Set(places) })).toEqual({ valid, findings })
      }),
      { numRuns: numRuns * 5 },
    )
  })

  it('finds the same with rules that are asked about every instance', () => {
    const unscreened = rules.map((rule) => ({ ...rule, members: undefined, isFine: undefined }))
    fc.assert(
      fc.property(fc.oneof(mutations, oddTexts), (document) => {
        expect(validate(document)).toEqual(validate(document, { rules: unscreened }))
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
