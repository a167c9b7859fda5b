import { type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutations } from '../../test/mutations.js'
import { changed } from '../../test/samples.js'
import { type ClassName, classOfType, propertyOf } from '../model/index.js'
import { type Finding, type FindingCode, validate } from '../validate/index.js'
import { achievementCredential, clrCredential, endorsementCredential, InvalidCredentialError } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

const itself: { itself?: unknown; length: number } = { length: 1 }
itself.itself = itself

/** What JavaScript has and JSON has not. */
const strange = fc.constantFrom<unknown[]>(
  undefined,
  Number.NaN,
  1n,
  Symbol('s'),
  () => 1,
  new Date(0),
  new Date(Number.NaN),
  new Map([['id', 'urn:example:1']]),
  Object.create({ id: 'urn:example:1' }),
  Array(2),
  itself,
  [itself],
)

/** Valid documents with changes that callers without types can make. */
const inputs = fc.tuple(mutations, fc.array(fc.tuple(fc.nat(), strange), { maxLength: 2 })).map(([document, changes]) =>
  changes.reduce<JsonObject>((input, [at, value]) => {
    const pointers = placesIn(input)
    const pointer = pointers[at % pointers.length]
    return pointer === undefined ? input : put(input, pointer, value)
  }, document),
)

function placesIn(value: unknown, pointer = '', depth = 0): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Date || depth > 8) return []
  return Object.entries(value).flatMap(([member, each]) => {
    const place = `${pointer}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return [place, ...placesIn(each, place, depth + 1)]
  })
}

/** The document with another value at a place; as it was where that place is within what is not JSON. */
function put(document: JsonObject, pointer: string, value: unknown): JsonObject {
  try {
    return changed(document, pointer, value as JsonValue)
  } catch {
    return document
  }
}

/** Errors in which builders have no part: names, which a caller's own contexts would have to define. */
const ofContexts: readonly FindingCode[] = [
  'term-undefined',
  'type-undefined',
  'keyword-as-name',
  'context-invalid',
  'context-conflict',
]

/** Builders look at credentials inside by their schema; what else may be wrong with them is for `validate` to say. */
const isOurs = (className: ClassName, { level, code, rule, pointer }: Finding): boolean =>
  level === 'error' &&
  !ofContexts.includes(code) &&
  !(code === 'identifier-relative' && isForeign(className, pointer)) &&
  (rule === 'schema' || !pointer.startsWith('/credentialSubject/verifiableCredential/'))

/** True inside a member that the data model does not know: only contexts say that something in it is an identifier. */
function isForeign(className: ClassName, pointer: string): boolean {
  let holder: ClassName | undefined = className
  for (const token of pointer.split('/').slice(1)) {
    if (/^\d+$/.test(token)) continue
    const property: ReturnType<typeof propertyOf> = holder && propertyOf(holder, token)
    if (property === undefined) return true
    holder = classOfType(property[0])
  }
  return false
}

/** Builders put names of their own in front of `@context` and `type`: pointers into these count them. */
const exists = (input: JsonObject, pointer: string): boolean =>
  pointer === '' || valueAtPointer(input, pointer) !== undefined

describe('builders without types', () => {
  it.each([
    ['AchievementCredential', achievementCredential],
    ['ClrCredential', clrCredential],
    ['EndorsementCredential', endorsementCredential],
  ] as const)('the builder of a %s builds what is valid, or says where it is not', (className, builder) => {
    let refusals = 0
    fc.assert(
      fc.property(inputs, (input) => {
        try {
          const built = JSON.parse(JSON.stringify(builder(input as never)))
          expect(validate(built).findings.filter((finding) => isOurs(className, finding))).toEqual([])
        } catch (error) {
          if (!(error instanceof InvalidCredentialError)) throw error
          refusals += 1
          expect(error.findings.length).toBeGreaterThan(0)
          for (const { pointer } of error.findings) {
            const place = pointer.replace(/\/(@context|type)\/.*/, '/$1')
            const parent = place.slice(0, place.lastIndexOf('/'))
            expect(exists(input, place) || exists(input, parent), pointer).toBe(true)
          }
        }
      }),
      { numRuns: numRuns * 2 },
    )
    expect(refusals).toBeGreaterThan(0)
  })
})
