import type { JsonObject, JsonValue } from '@testamur/documents'
import { contextUrls } from '@testamur/documents/contexts'
import * as fc from 'fast-check'

// Small badges and records as people make them, right in most cases, with at most one change that need not be right.

const { credentialsV1, credentialsV2, clr201, openBadges303, openBadgesExtensions, dccV1 } = contextUrls

const ids = fc.constantFrom('urn:uuid:1', 'urn:uuid:2', 'https://uni.example/3', 'did:example:4')
const texts = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('Statics', 'A', 'B', 'Grüße 😀', 'said "so"', 'a\nb', '', '2026-05-17T00:00:00Z'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)
const numbers = fc.constantFrom<JsonValue>(0, 3, 3.5, 0.1, 120, -1)

/** An object of which each member is there or not. */
const some = (members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> =>
  fc.record(members, { requiredKeys: [], noNullPrototype: true })
const always = (type: JsonValue, members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonObject> =>
  some(members).map((object) => ({ type, ...object }))
const list = (item: fc.Arbitrary<JsonValue>, maxLength = 2): fc.Arbitrary<JsonValue> => fc.array(item, { maxLength })

const proof = always('DataIntegrityProof', {
  cryptosuite: fc.constantFrom('eddsa-rdfc-2022', 'ecdsa-rdfc-2019'),
  created: fc.constant('2026-06-01T12:00:00Z'),
  verificationMethod: fc.constant('did:example:issuer#key'),
  proofPurpose: fc.constant('assertionMethod'),
  proofValue: fc.constantFrom('z1', 'z2'),
})
const image = always('Image', { id: ids, caption: texts })
const identifier = always('IdentityObject', {
  hashed: fc.boolean(),
  identityHash: texts,
  identityType: fc.constantFrom('name', 'emailAddress'),
})
const profile = always(['Profile'], {
  id: ids,
  name: texts,
  url: ids,
  image,
  address: always(['Address'], {
    addressLocality: texts,
    geo: always('GeoCoordinates', { latitude: numbers, longitude: numbers }),
  }),
  otherIdentifier: list(always('IdentifierEntry', { identifier: texts, identifierType: fc.constant('sourcedId') })),
})
const resultDescription = always(['ResultDescription'], {
  id: ids,
  name: texts,
  resultType: fc.constant('LetterGrade'),
  allowedValue: list(texts, 3),
  rubricCriterionLevel: list(always(['RubricCriterionLevel'], { id: ids, name: texts, level: texts, points: texts })),
})
const achievement = always(['Achievement'], {
  id: ids,
  name: texts,
  achievementType: fc.constant('Course'),
  creditsAvailable: numbers,
  criteria: some({ id: ids, narrative: texts }),
  image,
  alignment: list(always(['Alignment'], { targetName: texts, targetUrl: ids, targetCode: texts })),
  creator: profile,
  resultDescription: list(resultDescription),
  tag: list(texts, 3),
})
const achievementSubject = always(['AchievementSubject'], {
  id: ids,
  identifier: list(identifier, 3),
  achievement,
  creditsEarned: numbers,
  result: list(always(['Result'], { value: texts, resultDescription: ids, status: fc.constant('Completed') }), 3),
  activityStartDate: fc.constant('2026-01-01T00:00:00Z'),
  source: profile,
})

const envelope: Record<string, fc.Arbitrary<JsonValue>> = {
  id: ids,
  issuer: fc.oneof<fc.Arbitrary<JsonValue>[]>(ids, profile),
  validFrom: fc.constant('2026-05-17T00:00:00Z'),
  name: texts,
  proof: fc.oneof<fc.Arbitrary<JsonValue>[]>(proof, list(proof)),
  credentialStatus: always('BitstringStatusListEntry', {
    id: ids,
    statusPurpose: fc.constant('revocation'),
    statusListIndex: fc.constant('7'),
    statusListCredential: ids,
  }),
  credentialSchema: list(always('1EdTechJsonSchemaValidator2019', { id: ids })),
  evidence: list(always(['Evidence'], { id: ids, name: texts, narrative: texts })),
}
const own = { honors: 'https://uni.example/terms#honors' }
const badgeContexts = fc.constantFrom<JsonValue>(
  [credentialsV2, openBadges303, openBadgesExtensions],
  [credentialsV2, openBadges303],
  [credentialsV2, openBadges303, openBadgesExtensions, own],
  [credentialsV1, openBadges303],
  [credentialsV2, openBadges303, dccV1],
)
const badge = fc
  .tuple(
    badgeContexts,
    always(['VerifiableCredential', 'OpenBadgeCredential'], { ...envelope, credentialSubject: achievementSubject }),
  )
  .map(([context, object]): JsonObject => ({ '@context': context, ...object }))
const record = fc
  .tuple(
    fc.constant<JsonValue>([credentialsV2, clr201, openBadges303, openBadgesExtensions]),
    always(['VerifiableCredential', 'ClrCredential'], {
      ...envelope,
      partial: fc.boolean(),
      credentialSubject: always(['ClrSubject'], {
        id: ids,
        identifier: list(identifier),
        verifiableCredential: list(badge, 3),
        achievement: list(achievement),
        association: list(
          always('Association', {
            associationType: fc.constantFrom('precedes', 'isChildOf'),
            sourceId: ids,
            targetId: ids,
          }),
        ),
      }),
    }),
  )
  .map(([context, object]): JsonObject => ({ '@context': context, ...object }))
const presentation = list(badge).map(
  (credentials): JsonObject => ({
    '@context': credentialsV2,
    type: 'VerifiablePresentation',
    holder: 'did:example:4',
    verifiableCredential: credentials,
  }),
)

/** Changes one member of one object. */
type Change = (object: JsonObject, name: string) => void
const values = fc.constantFrom<JsonValue>(
  null,
  [],
  {},
  1e-7,
  2 ** 60,
  true,
  'relative',
  'urn:a:b',
  '_:b',
  [['a']],
  ['a', 'a'],
  [1, 1],
  { '@value': 'a', '@language': 'en' },
  { '@value': 'a', '@direction': 'rtl' },
  { id: '_:b' },
  { id: 'urn:uuid:1' },
  '\ud800',
  '\u007f',
  'https://a.example/ b',
)
const names = fc.constantFrom(
  'id',
  'type',
  'name',
  'grade',
  'honors',
  '@id',
  '@type',
  '@graph',
  'achievement',
  'proof',
  'result',
  'allowedValue',
  'toString',
  'ex:a',
  'image',
)
const change: fc.Arbitrary<Change> = fc.oneof<fc.Arbitrary<Change>[]>(
  values.map((value) => (object, name) => void (object[name] = structuredClone(value))),
  fc.tuple(names, values).map(
    ([name, value]) =>
      (object) =>
        void (object[name] = structuredClone(value)),
  ),
  names.map((other) => (object, name) => {
    const value = object[name] as JsonValue
    delete object[name]
    object[other] = value
  }),
  fc.constant<Change>(
    (object, name) => void (object[name] = [object[name], structuredClone(object[name])] as JsonValue[]),
  ),
  fc.constant<Change>((object, name) => void (object[name] = { [name]: object[name] as JsonValue })),
  fc
    .constantFrom<JsonValue>(
      null,
      own,
      { '@vocab': 'https://v.example/' },
      { name: 'https://n.example/' },
      credentialsV1,
      { '@language': 'en' },
    )
    .map((context) => (object) => void (object['@context'] = [object['@context'] ?? [], context].flat())),
)

/** Records, of which a third are changed in one place. */
export const recordDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: badge }, { weight: 2, arbitrary: record }, { weight: 1, arbitrary: presentation }),
    fc.option(fc.tuple(fc.nat(), fc.nat(), change), { nil: undefined, freq: 1 }),
  )
  .map(([source, changed]) => {
    const document = structuredClone(source)
    if (changed === undefined) return document
    const [place, member, apply] = changed
    const objects = objectsIn(document)
    const object = objects[place % objects.length] as JsonObject
    const members = Object.keys(object).filter((name) => name !== '@context')
    apply(object, members[member % members.length] ?? 'name')
    return document
  })

function objectsIn(value: JsonValue | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value).filter(([name]) => name !== '@context')
  return [value, ...members.flatMap(([, child]) => objectsIn(child))]
}
