import { childPointer, type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { structure } from '../src/model/index.js'
import { badge, changed, endorsement, otherCredential, presentation, record } from './samples.js'
import { badgev1p1, recordv1p1 } from './vcdm11-samples.js'

const samples = [badge, record, endorsement, otherCredential, presentation, badgev1p1, recordv1p1]
/** A value that must not turn up in any message. */
export const canary = 'Ada-Lovelace-1815'

/** Names that the data model knows, and names that every object inherits. */
const members = [...new Set(Object.values(structure).flatMap(({ properties }) => Object.keys(properties)))]
const names = fc.oneof(fc.constantFrom(...members, 'constructor', '__proto__', 'toString', '0', ''), fc.string())

/** Any JSON, with names and values that the data model knows among it. */
export const values: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonValue>(null, true, 0, -1.5, '', canary, 'ClrCredential', 'AchievementCredential', 'Status'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    fc.constantFrom<JsonValue>(badge, record, endorsement),
  ),
})).value

/** Every pointer into a document. */
export function pointersOf(value: JsonValue | undefined, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  const inside = Object.entries(value).flatMap(([name, each]) => pointersOf(each, childPointer(pointer, name)))
  return pointer === '' ? inside : [pointer, ...inside]
}

/** A valid document with a few members changed or taken away. */
export const mutations: fc.Arbitrary<JsonObject> = fc.constantFrom(...samples).chain((sample) => {
  const changes = fc.tuple(fc.constantFrom(...pointersOf(sample)), fc.option(values, { nil: undefined }))
  return fc.array(changes, { minLength: 1, maxLength: 4 }).map((list) =>
    list.reduce<JsonObject>((document, [pointer, value]) => {
      return valueAtPointer(document, pointer) === undefined ? document : changed(document, pointer, value)
    }, sample),
  )
})
