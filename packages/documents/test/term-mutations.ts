import * as fc from 'fast-check'
import { contextUrls } from '../src/contexts/context-urls.js'
import type { JsonObject, JsonValue } from '../src/json/interface.js'
import { isObject } from '../src/json/is-object.js'

const v2 = [contextUrls.credentialsV2, contextUrls.openBadges303]

/** Documents that are fine. */
const seeds: readonly JsonObject[] = [
  {
    '@context': v2,
    id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:example:issuer', type: ['Profile'], name: 'Example University', url: 'https://uni.example' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'emailAddress' }],
      achievement: {
        id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-111111111111',
        type: ['Achievement'],
        name: 'Statics',
        criteria: { narrative: 'Two midterms' },
        image: { id: 'https://uni.example/statics.png', type: 'Image', caption: 'Statics' },
        resultDescription: [
          { id: 'urn:uuid:5e4f7c9a', type: ['ResultDescription'], name: 'Grade', allowedValue: ['A', 'B'] },
        ],
      },
      result: [{ type: ['Result'], value: 'A' }],
    },
    credentialSchema: [{ id: 'https://uni.example/schema', type: 'JsonSchema' }],
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-05-17T00:00:00Z',
      verificationMethod: 'did:example:issuer#key',
      proofPurpose: 'assertionMethod',
      proofValue: 'z1',
    },
  },
  {
    '@context': [contextUrls.credentialsV2, contextUrls.clr201, contextUrls.openBadges303],
    id: 'urn:uuid:8f4a8f52',
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: 'did:example:issuer',
    partial: true,
    credentialSubject: {
      type: ['ClrSubject'],
      association: [{ type: 'Association', associationType: 'isChildOf', sourceId: 'urn:a:b', targetId: 'urn:a:c' }],
      verifiableCredential: [
        {
          '@context': v2,
          type: ['VerifiableCredential', 'AchievementCredential'],
          issuer: { id: 'did:example:issuer', type: 'Profile' },
          credentialSubject: { type: 'AchievementSubject', achievement: { id: 'urn:a:d', type: 'Achievement' } },
        },
      ],
    },
  },
  {
    '@context': contextUrls.credentialsV2,
    type: 'VerifiablePresentation',
    holder: 'did:example:holder',
    verifiableCredential: [
      {
        '@context': [contextUrls.credentialsV2],
        type: ['VerifiableCredential'],
        issuer: 'did:example:issuer',
        name: 'One',
      },
    ],
  },
  {
    '@context': [contextUrls.credentialsV1, contextUrls.openBadges303, contextUrls.ed25519Signature2020V1],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:example:issuer', type: 'Profile', name: 'Example University' },
    issuanceDate: '2026-05-17T00:00:00Z',
    credentialSubject: { id: 'did:example:learner', type: 'AchievementSubject' },
    proof: { type: 'Ed25519Signature2020', created: '2026-05-17T00:00:00Z', proofPurpose: 'assertionMethod' },
  },
  {
    '@context': {
      '@version': 1.1,
      ex: 'https://terms.example/#',
      id: '@id',
      type: '@type',
      Course: {
        '@id': 'ex:Course',
        '@context': { credits: { '@id': 'ex:credits' }, part: { '@id': 'ex:part', '@type': '@id' } },
      },
      about: { '@id': 'ex:about', '@type': '@vocab', '@context': { '@vocab': 'https://vocabulary.example/' } },
      byLanguage: { '@id': 'ex:byLanguage', '@container': '@language' },
      byIndex: { '@id': 'ex:byIndex', '@container': ['@index', '@set'] },
      byId: { '@id': 'ex:byId', '@container': '@id' },
      byType: { '@id': 'ex:byType', '@container': '@type' },
      raw: { '@id': 'ex:raw', '@type': '@json' },
      list: { '@id': 'ex:list', '@type': '@id', '@container': '@list' },
      graph: { '@id': 'ex:graph', '@container': '@graph' },
      from: { '@reverse': 'ex:from' },
      more: '@nest',
    },
    id: 'urn:a:b',
    about: ['statics', { title: 'Statics' }],
    byLanguage: { en: 'Statics', de: 'Statik' },
    byIndex: { a: { about: 'x' }, b: [{ id: 'urn:a:d' }] },
    byId: { 'urn:a:e': { about: 'x' } },
    byType: { Course: { credits: 4 } },
    raw: { anything: ['goes', { type: 'x' }] },
    list: ['urn:a:f', { id: 'urn:a:g', type: 'Course', credits: 3, part: { id: 'urn:a:c', about: 'Course' } }],
    graph: { id: 'urn:a:h', about: 'x' },
    from: { id: 'urn:a:i' },
    more: { about: 'y' },
  },
]

const names = fc.constantFrom(
  ...[
    'id',
    'type',
    'name',
    'issuer',
    'achievement',
    'result',
    'criteria',
    'proof',
    'verifiableCredential',
    'credentialSubject',
  ],
  ...[
    'p',
    'q',
    'r',
    'about',
    'byId',
    'byIndex',
    'byType',
    'byLanguage',
    'raw',
    'list',
    'graph',
    'from',
    'more',
    'part',
  ],
  ...[
    'undefined',
    'grade',
    'ex:p',
    'p:q',
    'p:',
    ':p',
    'https://terms.example/#p',
    '_:p',
    'a b',
    'a/b',
    '',
    'Course',
    'Achievement',
  ],
  ...[
    '@id',
    '@type',
    '@value',
    '@list',
    '@set',
    '@graph',
    '@included',
    '@reverse',
    '@nest',
    '@index',
    '@language',
    '@json',
  ],
  ...['@none', '@vocab', '@context', '@foo', '@import', 'constructor', 'xsd:date', 'xsd'],
)
const types = fc.constantFrom(
  ...['Achievement', 'AchievementSubject', 'Profile', 'Result', 'ClrSubject', 'Course', 'DataIntegrityProof', 'Image'],
  ...[
    'Undefined',
    'VerifiableCredential',
    'https://types.example/T',
    'ex:T',
    'p',
    'q',
    '@json',
    '@id',
    '@foo',
    'type',
    'a b',
    '',
  ],
)
const identifiers = fc.constantFrom(
  ...[
    'urn:a:z',
    'relative',
    '',
    '#fragment',
    '../up',
    'https://a.example/b c',
    '_:b',
    'p:q',
    'ex:z',
    '@id',
    '@foo',
    'q',
    'http:x',
  ],
)
const iris = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'https://terms.example/#p',
      'https://terms.example/',
      'ex:p',
      'urn:p:',
      'https://w3id.org/security#',
    ),
  },
  { weight: 1, arbitrary: names },
)

const iriMembers = {
  '@id': fc.oneof({ weight: 8, arbitrary: iris }, { weight: 1, arbitrary: fc.constant(null) }),
  '@type': fc.constantFrom('@id', '@vocab', '@json', '@none', 'xsd:date', 'https://types.example/T', 'p', 'id'),
  '@container': fc.constantFrom<JsonValue>(
    ...['@set', '@list', '@index', '@id', '@type', '@language', '@graph'],
    ...[['@set', '@index'], ['@graph', '@id'], ['@list', '@set'], []],
  ),
  '@protected': fc.constantFrom(true, true, false),
  '@prefix': fc.boolean(),
  '@language': fc.constantFrom('en', null),
  '@direction': fc.constantFrom('ltr', null, 'up'),
  '@nest': fc.constantFrom('@nest', 'more', '@id'),
  '@index': fc.constantFrom('p', 'ex:p', 'https://terms.example/#p', '@index'),
  '@reverse': iris,
  '@unknown': fc.constant(1),
}

const keywordEntries = {
  '@version': fc.constantFrom(1.1, 1.1, 1.1, 1),
  '@protected': fc.constantFrom(true, true, true, false),
  '@propagate': fc.constantFrom(true, false, 'x'),
  '@vocab': fc.constantFrom(
    'https://vocabulary.example/',
    'https://vocabulary.example/',
    null,
    '',
    'relative',
    'ex:v',
    5,
  ),
  '@base': fc.constantFrom('https://base.example/a/b', null, 'relative', 5),
  '@language': fc.constantFrom('en', null, 5),
  '@direction': fc.constantFrom('rtl', null, 'up'),
  '@type': fc.constantFrom<JsonValue>({ '@container': '@set' }, { '@protected': true }, {}, '@id'),
}

/** A few of some members. */
const some = (members: Record<string, fc.Arbitrary<unknown>>, max: number): fc.Arbitrary<JsonObject> =>
  fc.subarray(Object.keys(members), { maxLength: max }).chain((chosen) => {
    const arbitraries = Object.fromEntries(chosen.map((name) => [name, members[name] as fc.Arbitrary<unknown>]))
    return fc.record(arbitraries, { noNullPrototype: true }) as fc.Arbitrary<JsonObject>
  })

/** Contexts with contexts scoped in them, so many levels deep. */
function contextOf(levels: number): fc.Arbitrary<JsonValue> {
  const members = levels === 0 ? iriMembers : { ...iriMembers, '@context': contextOf(levels - 1) }
  const definition = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 3, arbitrary: iris },
    { weight: 4, arbitrary: some(members, 4) },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>(null, 5, true, []) },
  )
  const single = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    {
      weight: 8,
      arbitrary: fc
        .tuple(some(keywordEntries, 2), fc.dictionary(names, definition, { maxKeys: 3, noNullPrototype: true }))
        .map(([keywords, terms]) => ({ ...keywords, ...terms })),
    },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(contextUrls)) },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>('https://terms.example/unknown', 5, []) },
  )
  return fc.oneof(single, fc.array(single, { maxLength: 2 }))
}

/** A change somewhere in a document: `place` chooses the object, `member` one of its members. */
type Mutation = (object: JsonObject, member: string) => void

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  names.map(
    (name): Mutation =>
      (object, member) =>
        rename(object, member, name),
  ),
  types.map(
    (type): Mutation =>
      (object) =>
        void (object['type'] = type),
  ),
  fc.array(types, { maxLength: 3 }).map(
    (list): Mutation =>
      (object) =>
        void (object['type'] = list),
  ),
  identifiers.map(
    (identifier): Mutation =>
      (object) =>
        void (object['id'] = identifier),
  ),
  identifiers.map(
    (identifier): Mutation =>
      (object, member) =>
        void (object[member] = identifier),
  ),
  contextOf(2).map(
    (context): Mutation =>
      (object) =>
        void (object['@context'] = structuredClone(context)),
  ),
  contextOf(2).map(
    (context): Mutation =>
      (object) => {
        const before = object['@context'] ?? []
        object['@context'] = [before, structuredClone(context)].flat() as JsonValue
      },
  ),
  names.map(
    (name): Mutation =>
      (object, member) =>
        void (object[member] = { [name]: object[member] }),
  ),
  fc.tuple(names, identifiers).map(
    ([name, text]): Mutation =>
      (object) =>
        void (object[name] = text),
  ),
  fc.tuple(names, names, identifiers).map(
    ([name, inner, text]): Mutation =>
      (object) =>
        void (object[name] = { [inner]: text }),
  ),
  fc.tuple(names, names).map(
    ([name, inner]): Mutation =>
      (object, member) =>
        void (object[name] = [{ [inner]: object[member] ?? null }]),
  ),
  fc.constant<Mutation>((object, member) => void (object[member] = [object[member] ?? null, 'text', 5, null])),
)

/** Fine documents after one to four changes. */
export const mutatedDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(), mutations), { minLength: 1, maxLength: 4 }))
  .map(([seed, changes]) => {
    const document = structuredClone(seed)
    for (const [place, member, mutate] of changes) {
      const objects = objectsIn(document)
      const object = objects[place % objects.length] as JsonObject
      const members = Object.keys(object).filter((name) => name !== '@context')
      mutate(object, members[member % members.length] ?? 'name')
    }
    return document
  })

function objectsIn(value: JsonValue | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (!isObject(value)) return []
  const members = Object.entries(value).filter(([name]) => name !== '@context')
  return [value, ...members.flatMap(([, child]) => objectsIn(child))]
}

/** Keeps the order of members. */
function rename(object: JsonObject, member: string, name: string): void {
  const entries = Object.entries(object)
  for (const key of Object.keys(object)) delete object[key]
  for (const [key, value] of entries) object[key === member ? name : key] = value
}

// Documents under a small vocabulary of their own, whose contexts nest in each other.

const ownTerms = ['p', 'q', 'r', 's', 'T', 'U', 'id', 'type', 'val']
const ownIri = fc.constantFrom(
  'https://own.example/p',
  'https://own.example/q',
  'https://own.example/#',
  'o:r',
  'urn:own:s',
)
const ownKeyword = (name: string): string =>
  ({ id: '@id', type: '@type', val: '@value' })[name] ?? 'https://own.example/x'

function ownContext(levels: number): fc.Arbitrary<JsonObject> {
  const scoped: Record<string, fc.Arbitrary<unknown>> = levels === 0
    ? {}
    : {
        '@context': fc.oneof(fc.constant(null), ownContext(levels - 1), ownContext(levels - 1), ownContext(levels - 1)),
      }
  const members = {
    '@type': fc.constantFrom('@id', '@vocab', '@json', 'o:type'),
    '@container': fc.constantFrom<JsonValue>('@set', '@list', '@index', '@type', '@id', '@graph', '@language'),
    '@protected': fc.constantFrom(true, false),
    ...scoped,
  }
  const definition = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 2, arbitrary: ownIri },
    { weight: 6, arbitrary: fc.tuple(ownIri, some(members, 2)).map(([iri, rest]) => ({ '@id': iri, ...rest })) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const terms = fc.dictionary(fc.constantFrom(...ownTerms, 'o'), definition, { maxKeys: 4, noNullPrototype: true })
  const aliases = fc
    .subarray(['id', 'type', 'val'])
    .map((names) => Object.fromEntries(names.map((name) => [name, ownKeyword(name)])))
  const keywords = some(
    {
      '@propagate': fc.boolean(),
      '@protected': fc.constant(true),
      '@vocab': fc.constantFrom('https://vocabulary.example/', null),
    },
    1,
  )
  return fc
    .tuple(keywords, terms, aliases)
    .map(([words, own, others]): JsonObject => ({ ...words, o: 'https://own.example/o#', ...own, ...others }))
}

function ownValue(levels: number): fc.Arbitrary<JsonValue> {
  const text = fc.constantFrom('text', 'p', 'T', 'https://own.example/v', 'o:v', '')
  if (levels === 0) return text
  const value = ownValue(levels - 1)
  const node = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...ownTerms, 'o:x', '@graph', '@reverse'), value, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      some(
        {
          type: fc.oneof(fc.constantFrom('T', 'U', 'o:T', 'X'), fc.constant(['U', 'T'])),
          '@type': fc.constantFrom('T', 'U'),
          id: fc.constantFrom('urn:own:a', 'o:a', 'p'),
          '@id': fc.constantFrom('urn:own:a', 'relative'),
          '@context': ownContext(1),
        },
        2,
      ),
    )
    .map(([members, rest]): JsonObject => ({ ...rest, ...members, ...rest }))
  return fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 5, arbitrary: node },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 2 }) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        value.map((inner) => ({ '@list': inner })),
        value.map((inner) => ({ '@set': inner })),
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>(5, true, null) },
  )
}

/** Documents under contexts of their own, with all that contexts can scope. */
export const ownDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(ownContext(3), ownValue(5))
  .map(([context, value]) => ({ ...(isObject(value) ? value : { p: value }), '@context': context }))
