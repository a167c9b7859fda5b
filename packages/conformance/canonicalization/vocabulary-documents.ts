import type { JsonObject, JsonValue } from '@testamur/documents'
import * as fc from 'fast-check'

// Documents under one vocabulary with every kind of term, so that most are accepted and it is their values that count.

const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** Terms with values of every kind. */
const vocabulary: JsonObject = {
  '@version': 1.1,
  ex: 'https://terms.example/#',
  xsd,
  id: '@id',
  type: '@type',
  value: '@value',
  none: '@none',
  more: '@nest',
  A: { '@id': 'ex:A', '@context': { inA: 'ex:inA', text: { '@id': 'ex:other', '@language': 'de' }, me: '@id' } },
  B: { '@id': 'ex:B', '@context': { '@propagate': true, inB: { '@id': 'ex:inB', '@type': '@id' } } },
  text: 'ex:text',
  alias: 'ex:text',
  greek: { '@id': 'ex:text', '@language': 'EL' },
  typed: { '@id': 'ex:typed', '@type': 'xsd:date' },
  string: { '@id': 'ex:text', '@type': 'xsd:string' },
  flag: { '@id': 'ex:text', '@type': 'xsd:boolean' },
  whole: { '@id': 'ex:number', '@type': 'xsd:integer' },
  double: { '@id': 'ex:number', '@type': 'xsd:double' },
  number: 'ex:number',
  raw: { '@id': 'ex:raw', '@type': '@json' },
  list: { '@id': 'ex:list', '@container': '@list' },
  links: { '@id': 'ex:links', '@container': '@list', '@type': '@id' },
  set: { '@id': 'ex:set', '@container': '@set' },
  words: { '@id': 'ex:text', '@container': '@language' },
  link: { '@id': 'ex:link', '@type': '@id' },
  word: { '@id': 'ex:link', '@type': '@vocab', '@context': { here: 'ex:here' } },
  graph: { '@id': 'ex:graph', '@container': '@graph' },
  anew: { '@id': 'ex:anew', '@context': null },
  inner: { '@id': 'ex:inner', '@context': { inner: { '@id': 'ex:innermost' }, deep: 'ex:deep' } },
  scoped: { '@id': 'ex:scoped', '@context': { '@language': 'fr', deep: 'ex:deep' } },
  from: { '@reverse': 'ex:from' },
  byId: { '@id': 'ex:byId', '@container': '@id' },
  gone: null,
}

const someOf = <T extends JsonValue>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const characters = someOf(
  'a',
  'Z',
  ' ',
  '"',
  '\\',
  '\n',
  '\t',
  '\r',
  '\0',
  '\u007f',
  'é',
  '€',
  '😀',
  '\ud83d',
  '\ue000',
  '<',
  '}',
)
const texts = fc.oneof(
  { weight: 4, arbitrary: someOf('a', 'b', '', 'true', '3', '5.0E0', 'here', 'ex:a', '@value', '_:a', '{}') },
  { weight: 2, arbitrary: fc.array(characters, { maxLength: 5 }).map((list) => list.join('')) },
)
const numbers = fc.oneof(
  { weight: 12, arbitrary: someOf(0, -0, 1, 3, 5, 0.5, 1.5e-7, 2 ** 53 - 1, 0.1, 100, -7, 1234.5678) },
  { weight: 2, arbitrary: someOf(1e-7, 1e21, 1.5e300, 2 ** 53, 2 ** 60, 0.1 + 0.2, 1 / 3) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
)
const identifiers = fc.oneof(
  { weight: 30, arbitrary: someOf('urn:x:1', 'urn:x:2', 'https://a.example/b', 'ex:a', 'did:example:1#k') },
  { weight: 8, arbitrary: someOf('_:a', '_:b', '_:b0', 'urn:x:{y}') },
  { weight: 1, arbitrary: someOf('relative', '', '#f', 'urn:x:a b', 'http://a b', '@id', '@foo', 'A') },
)
const types = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
  {
    weight: 15,
    arbitrary: someOf<JsonValue>('A', 'B', ['A', 'B'], 'ex:C', ['ex:C', 'A', 'A'], 'https://t.example/T', []),
  },
  { weight: 1, arbitrary: someOf<JsonValue>('Undefined', '_:t', 5, '@json', ['A', null]) },
)
const datatypes = someOf<JsonValue>(
  'xsd:boolean',
  'xsd:integer',
  'xsd:double',
  'xsd:string',
  `${xsd}date`,
  '@json',
  'undefined',
  null,
)

/** A few of some members. */
const upTo = (max: number, members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> =>
  fc.subarray(Object.keys(members), { maxLength: max }).chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((name) => [name, members[name] as fc.Arbitrary<JsonValue>])), {
      noNullPrototype: true,
    }),
  )

const plainValues = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
  { weight: 10, arbitrary: texts },
  { weight: 3, arbitrary: numbers },
  { weight: 3, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
)

const valueObjects = fc
  .tuple(
    fc.constantFrom('@value', '@value', 'value'),
    plainValues,
    fc.oneof(
      { weight: 1, arbitrary: fc.constant({}) },
      {
        weight: 2,
        arbitrary: upTo(2, { '@language': someOf<JsonValue>('en', 'EL'), '@direction': someOf('ltr', 'rtl') }),
      },
      { weight: 2, arbitrary: upTo(1, { '@type': datatypes, type: datatypes }) },
      {
        weight: 1,
        arbitrary: upTo(2, {
          '@language': someOf<JsonValue>('de-CH', 'no tag', null),
          '@direction': someOf('ltr', 'up'),
          '@index': fc.constant('i'),
          type: datatypes,
        }),
      },
    ),
  )
  .map(([name, value, others]): JsonObject => ({ [name]: value, ...others }))

const languageMaps = fc.dictionary(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('en', 'EN', 'de-CH', 'none', 'id', 'type', 'el') },
    { weight: 1, arbitrary: fc.constantFrom('@none', 'no tag') },
  ),
  fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 6, arbitrary: texts },
    { weight: 6, arbitrary: fc.array(fc.oneof(texts, fc.constant(null)), { maxLength: 2 }) },
    { weight: 1, arbitrary: numbers },
  ),
  { maxKeys: 3, noNullPrototype: true },
)

const jsonValues = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
  someOf<JsonValue>(
    { b: 1, a: [true, null, 'x'] },
    'x',
    null,
    { type: 'a:b' },
    { 'a:b': 1e21 },
    { '😀': 1, '\ue000': 2 },
  ),
)

const localContexts = fc.oneof(
  someOf<JsonValue>(null, {}, [], { '@language': 'en' }, { '@language': null }, { '@direction': 'rtl' }),
  someOf<JsonValue>(
    { '@vocab': 'https://vocab.example/' },
    { '@base': 'https://base.example/a/' },
    { '@protected': true },
  ),
  // Names that mean something to a reader of JSON, whatever they stand for.
  someOf<JsonValue>({ id: 'ex:notAnId' }, { type: 'ex:notAType' }, { more: 'ex:more' }),
  someOf<JsonValue>({ text: 'ex:renamed' }, { text: null }, { name: 'ex:text' }, [null, vocabulary], {
    '@context': {},
  }),
)

/** An object, so many levels deep. */
export function vocabularyObject(levels: number): fc.Arbitrary<JsonObject> {
  const inner: fc.Arbitrary<JsonValue> = levels === 0 ? texts : vocabularyObject(levels - 1)
  const value = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 4, arbitrary: plainValues },
    { weight: 2, arbitrary: valueObjects },
    { weight: 3, arbitrary: inner },
  )
  const several = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 4, arbitrary: value },
    { weight: 2, arbitrary: fc.array(value, { maxLength: 3 }) },
    // What is said twice.
    { weight: 1, arbitrary: value.map((one) => [one, one]) },
    { weight: 1, arbitrary: fc.array(fc.array(value, { maxLength: 2 }), { maxLength: 2 }) },
  )
  const references = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 6, arbitrary: identifiers },
    { weight: 6, arbitrary: fc.array(identifiers, { maxLength: 3 }) },
    { weight: 6, arbitrary: levels === 0 ? identifiers : inner },
    { weight: 1, arbitrary: several },
  )
  const members: Record<string, fc.Arbitrary<JsonValue>> = {
    ...Object.fromEntries(
      'text alias greek typed string flag whole double number set list scoped inner anew inA inB ex:free'
        .split(' ')
        .map((name) => [name, several]),
    ),
    link: references,
    word: references,
    links: references,
    graph: fc.oneof(
      {
        weight: 8,
        arbitrary: levels === 0 ? fc.constant<JsonValue>({ text: 'a' }) : fc.array(inner, { maxLength: 2 }),
      },
      { weight: 1, arbitrary: several },
    ),
    words: fc.oneof({ weight: 3, arbitrary: languageMaps }, { weight: 1, arbitrary: several }),
    raw: jsonValues,
    more: fc.oneof(
      { weight: 1, arbitrary: inner },
      { weight: 3, arbitrary: fc.record({ text: several, number: several }) },
      { weight: 1, arbitrary: someOf<JsonValue>([], {}, [{}], null) },
    ),
    from: several,
    byId: inner,
    gone: several,
    '@list': several,
    '@graph': several,
    '@type': types,
    '@id': identifiers,
  }
  const common = fc.subarray('text alias greek flag number set list link graph words string more'.split(' '), {
    maxLength: 3,
  })
  const any = fc.oneof(fc.constant([]), fc.constant([]), fc.subarray(Object.keys(members), { maxLength: 1 }))
  return fc
    .tuple(
      fc
        .tuple(common, common, any)
        .chain(([one, other, rare]) =>
          fc.record(
            Object.fromEntries(
              [...one, ...other, ...(rare[0] === undefined ? [] : rare)].map((name) => [
                name,
                members[name] as fc.Arbitrary<JsonValue>,
              ]),
            ),
            { noNullPrototype: true },
          ),
        ),
      fc.option(identifiers, { nil: undefined, freq: 2 }),
      fc.option(types, { nil: undefined, freq: 2 }),
      fc.option(localContexts, { nil: undefined, freq: 12 }),
    )
    .map(([object, id, type, context]) => ({
      ...(context !== undefined && { '@context': context }),
      ...(id !== undefined && { id }),
      ...(type !== undefined && { type }),
      ...object,
    }))
}

/** Documents under the vocabulary. */
export const vocabularyDocument: fc.Arbitrary<JsonObject> = vocabularyObject(3).map((object) => ({
  ...object,
  '@context': object['@context'] === undefined ? vocabulary : ([vocabulary, object['@context']].flat(1) as JsonValue[]),
}))

/** Nodes without ids that differ in little, under a name or not: what blank nodes are told apart by. */
function lookalikes(levels: number): fc.Arbitrary<JsonObject> {
  const inner: fc.Arbitrary<JsonValue>[] = levels === 0 ? [] : [lookalikes(levels - 1)]
  const value = fc.oneof<fc.Arbitrary<JsonValue>[]>(
    someOf('a', 'b'),
    someOf<JsonValue>({}, { id: '_:a' }, { id: '_:b' }),
    ...inner,
  )
  const several = fc.array(value, { maxLength: 3 })
  return upTo(2, {
    text: several,
    set: several,
    alias: several,
    list: several,
    graph: fc.array(fc.oneof<fc.Arbitrary<JsonValue>[]>(someOf<JsonValue>({ text: 'a' }), ...inner), { maxLength: 2 }),
    link: fc.array(someOf('_:a', '_:b', '_:c', 'urn:x:1'), { maxLength: 3 }),
    id: someOf('_:a', '_:b', '_:c', 'urn:x:1'),
  })
}

/** Documents whose blank nodes look alike. */
export const lookalikeDocument: fc.Arbitrary<JsonObject> = lookalikes(3).map((object) => ({
  '@context': vocabulary,
  ...object,
}))
