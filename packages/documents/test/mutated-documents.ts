import * as fc from 'fast-check'
import { contextUrls } from '../src/contexts/context-urls.js'
import type { JsonObject, JsonValue } from '../src/json/interface.js'
import { isObject } from '../src/json/is-object.js'
import { badge, containers, earlierBadge, presentation, record } from './sample-documents.js'

const wordOf = (words: string): fc.Arbitrary<string> => fc.constantFrom(...words.split(' '))

const names = fc.oneof(
  wordOf(
    'id type name issuer achievement result criteria proof verifiableCredential credentialSubject Course Achievement',
  ),
  wordOf(
    'p q r about byId byIndex byType byLanguage raw list graph from more part undefined grade constructor xsd xsd:date',
  ),
  wordOf('ex:p p:q p: :p https://terms.example/#p _:p a/b'),
  wordOf(
    '@id @type @value @list @set @graph @included @reverse @nest @index @language @json @none @context @foo @import',
  ),
  fc.constantFrom('', 'a b', '@vocab'),
)
const types = fc.oneof(
  wordOf(
    'Achievement AchievementSubject Profile Result ClrSubject Course DataIntegrityProof Image VerifiableCredential',
  ),
  wordOf('Undefined https://types.example/T ex:T p q @json @id @foo type'),
  fc.constantFrom('', 'a b'),
)
const identifiers = fc.oneof(
  wordOf('urn:a:z relative #fragment ../up _:b p:q ex:z @id @foo q http:x'),
  fc.constantFrom('', 'https://a.example/b c'),
)
const iris = fc.oneof(
  {
    weight: 3,
    arbitrary: wordOf('https://terms.example/#p https://terms.example/ ex:p urn:p: https://w3id.org/security#'),
  },
  { weight: 1, arbitrary: names },
)

/** A few of some members. */
const someOf = (members: Record<string, fc.Arbitrary<JsonValue>>, max: number): fc.Arbitrary<JsonObject> =>
  fc.subarray(Object.keys(members), { maxLength: max }).chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((name) => [name, members[name] as fc.Arbitrary<JsonValue>])), {
      noNullPrototype: true,
    }),
  )

const definitionMembers: Record<string, fc.Arbitrary<JsonValue>> = {
  '@id': fc.oneof({ weight: 8, arbitrary: iris }, { weight: 1, arbitrary: fc.constant(null) }),
  '@type': wordOf('@id @vocab @json @none xsd:date https://types.example/T p id'),
  '@container': fc.oneof(
    wordOf('@set @list @index @id @type @language @graph'),
    fc.constantFrom<JsonValue>(['@set', '@index'], ['@graph', '@id'], ['@list', '@set'], []),
  ),
  '@protected': fc.constantFrom(true, true, false),
  '@prefix': fc.boolean(),
  '@language': fc.constantFrom('en', null),
  '@direction': fc.constantFrom('ltr', null, 'up'),
  '@nest': wordOf('@nest more @id'),
  '@index': wordOf('p ex:p https://terms.example/#p @index'),
  '@reverse': iris,
  '@unknown': fc.constant(1),
}
const contextKeywords: Record<string, fc.Arbitrary<JsonValue>> = {
  '@version': fc.constantFrom(1.1, 1.1, 1.1, 1),
  '@protected': fc.constantFrom(true, true, true, false),
  '@propagate': fc.constantFrom<JsonValue>(true, false, 'x'),
  '@vocab': fc.oneof(wordOf('https://vocabulary.example/ relative ex:v'), fc.constantFrom(null, '', 5)),
  '@base': fc.constantFrom('https://base.example/a/b', null, 'relative', 5),
  '@language': fc.constantFrom('en', 'de-CH', 'no tag', null, 5),
  '@direction': fc.constantFrom('rtl', null, 'up'),
  '@type': fc.constantFrom<JsonValue>({ '@container': '@set' }, { '@protected': true }, {}, '@id'),
}

/** Contexts with contexts scoped in them, so many levels deep. */
export function contextOf(levels: number): fc.Arbitrary<JsonValue> {
  const members = levels === 0 ? definitionMembers : { ...definitionMembers, '@context': contextOf(levels - 1) }
  const definition = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 3, arbitrary: iris },
    { weight: 4, arbitrary: someOf(members, 4) },
    { weight: 1, arbitrary: fc.constantFrom<JsonValue>(null, 5, true, []) },
  )
  const inline = fc
    .tuple(someOf(contextKeywords, 2), fc.dictionary(names, definition, { maxKeys: 3, noNullPrototype: true }))
    .map(([keywords, terms]) => ({ ...keywords, ...terms }))
  const single = fc.oneof<fc.WeightedArbitrary<JsonValue>[]>(
    { weight: 8, arbitrary: inline },
    { weight: 2, arbitrary: fc.constantFrom(...Object.values(contextUrls)) },
    { weight: 2, arbitrary: fc.constantFrom<JsonValue>(null, 'https://terms.example/unknown', 5, []) },
  )
  return fc.oneof(single, fc.array(single, { maxLength: 2 }))
}

/** Changes an object, or one of its members. */
type Mutation = (object: JsonObject, member: string) => void

const setMember =
  (name: string, value: JsonValue): Mutation =>
  (object) =>
    void (object[name] = value)

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  names.map(
    (name): Mutation =>
      (object, member) =>
        rename(object, member, name),
  ),
  types.map((type) => setMember('type', type)),
  fc.array(types, { maxLength: 3 }).map(
    (list): Mutation =>
      (object) =>
        void (object['type'] = [...list]),
  ),
  identifiers.map((identifier) => setMember('id', identifier)),
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
        object['@context'] = [object['@context'] ?? [], structuredClone(context)].flat()
      },
  ),
  names.map(
    (name): Mutation =>
      (object, member) =>
        void (object[member] = { [name]: object[member] ?? null }),
  ),
  fc.tuple(names, identifiers).map(([name, text]) => setMember(name, text)),
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

/** The sample documents after one to four changes. */
export const mutatedDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom(badge, record, presentation, earlierBadge, containers),
    fc.array(fc.tuple(fc.nat(), fc.nat(), mutations), { minLength: 1, maxLength: 4 }),
  )
  .map(([sample, changes]) => {
    const document = structuredClone(sample)
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
