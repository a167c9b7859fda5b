import * as fc from 'fast-check'
import type { JsonObject, JsonValue } from '../src/json/interface.js'
import { isObject } from '../src/json/is-object.js'

// Documents under a small vocabulary of their own, so that its contexts often apply: in properties, in types, in each other.

const terms = ['p', 'q', 'r', 's', 'T', 'U', 'id', 'type', 'val']
const iri = fc.constantFrom(
  'https://own.example/p',
  'https://own.example/q',
  'https://own.example/#',
  'o:r',
  'urn:own:s',
)
const aliases: Readonly<Record<string, string>> = { id: '@id', type: '@type', val: '@value' }

/** Up to so many of some members. */
const upTo = (max: number, members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> =>
  fc.subarray(Object.keys(members), { maxLength: max }).chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((name) => [name, members[name] as fc.Arbitrary<JsonValue>])), {
      noNullPrototype: true,
    }),
  )

/** Contexts with contexts scoped in their terms, so many levels deep. */
export function scopedContextOf(levels: number): fc.Arbitrary<JsonObject> {
  const inner = (): fc.Arbitrary<JsonValue> =>
    fc.oneof({ weight: 3, arbitrary: scopedContextOf(levels - 1) }, { weight: 1, arbitrary: fc.constant(null) })
  const members = upTo(2, {
    '@type': fc.constantFrom('@id', '@vocab', '@json', 'o:type'),
    '@container': fc.constantFrom('@set', '@list', '@index', '@type', '@id', '@graph', '@language'),
    '@protected': fc.boolean(),
    ...(levels > 0 && { '@context': inner() }),
  })
  const definition = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 2, arbitrary: iri },
    { weight: 6, arbitrary: fc.tuple(iri, members).map(([id, rest]) => ({ '@id': id, ...rest })) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const keywords = upTo(1, {
    '@propagate': fc.boolean(),
    '@protected': fc.constant(true),
    '@vocab': fc.constantFrom('https://vocabulary.example/', null),
  })
  const definitions = fc.dictionary(fc.constantFrom(...terms, 'o'), definition, { maxKeys: 4, noNullPrototype: true })
  const names = fc.subarray(Object.keys(aliases)).map((chosen) => chosen.map((name) => [name, aliases[name] as string]))
  return fc
    .tuple(keywords, definitions, names)
    .map(([words, own, others]) => ({ ...words, o: 'https://own.example/o#', ...own, ...Object.fromEntries(others) }))
}

function valueOf(levels: number): fc.Arbitrary<JsonValue> {
  const text = fc.constantFrom('text', 'p', 'T', 'https://own.example/v', 'o:v', '')
  if (levels === 0) return text
  const value = valueOf(levels - 1)
  const members = fc.dictionary(fc.constantFrom(...terms, 'o:x', '@graph', '@reverse'), value, {
    maxKeys: 3,
    noNullPrototype: true,
  })
  const special = upTo(2, {
    type: fc.constantFrom<JsonValue>('T', 'U', 'o:T', 'X', ['U', 'T']),
    '@type': fc.constantFrom('T', 'U'),
    id: fc.constantFrom('urn:own:a', 'o:a', 'p'),
    '@id': fc.constantFrom('urn:own:a', 'relative'),
    '@context': scopedContextOf(1),
  })
  return fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 5, arbitrary: fc.tuple(members, special).map(([some, more]) => ({ ...more, ...some, ...more })) },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('@list', '@set'), value).map(([name, of]) => ({ [name]: of })) },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>(5, true, null) },
  )
}

/** Documents under contexts of their own, with all that contexts can scope. */
export const scopedDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(scopedContextOf(3), valueOf(5))
  .map(([context, value]) => ({ ...(isObject(value) ? value : { p: value }), '@context': context }))
