import * as fc from 'fast-check'
import { structure } from '../src/case/model/structure.js'

const guids = Array.from({ length: 6 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`)
const uris = guids.map((guid) => `https://f.example/ims/case/v1p1/CFItems/${guid}`)

/** Texts that members really hold, good and bad, so that objects meet each other. */
const word = fc.oneof(
  fc.constantFrom(
    ...guids,
    ...uris,
    '2026-01-01T00:00:00Z',
    '2026-01-01',
    'isChildOf',
    'exactMatchOf',
    'builds on',
    'CASE',
    '1.1',
    '',
  ),
  fc.string({ unit: 'grapheme' }),
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 3 })) },
)
const members = (name: keyof typeof structure): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(structure[name]).map(([member, { kind, isList }]) => {
        const one = kind in structure && name !== 'CFPackage' && kind.startsWith('Link') ? link : value
        return [member, isList ? fc.oneof(fc.array(one, { maxLength: 2 }), value) : fc.oneof(one, value)]
      }),
    ),
    { requiredKeys: [] },
  )
const link = fc.record(
  { title: word, identifier: fc.constantFrom(...guids), uri: fc.constantFrom(...uris) },
  { requiredKeys: [] },
)
const item = fc.oneof(
  members('CFItem'),
  fc.record(
    { identifier: fc.constantFrom(...guids), uri: fc.constantFrom(...uris), fullStatement: word, unknown: value },
    { requiredKeys: ['fullStatement'] },
  ),
)
const association = fc.record({
  identifier: fc.uuid(),
  uri: fc.webUrl(),
  associationType: fc.oneof(
    fc.constantFrom('isChildOf', 'isPartOf', 'exactMatchOf', 'isRelatedTo', 'hasSkillLevel'),
    word,
  ),
  originNodeURI: link,
  destinationNodeURI: link,
  lastChangeDateTime: fc.constant('2026-01-01T00:00:00Z'),
})

/** Packages as publishers write them, good and bad, in which objects meet each other. */
export const anyCasePackage: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    CFDocument: fc.record(
      { title: word, identifier: fc.constantFrom(...guids), uri: fc.constantFrom(...uris), language: value },
      { requiredKeys: ['title', 'identifier'] },
    ),
    CFItems: fc.array(item, { maxLength: 6 }),
    CFAssociations: fc.array(fc.oneof(association, members('CFAssociation')), { maxLength: 10 }),
    CFRubrics: fc.array(members('CFRubric'), { maxLength: 2 }),
    CFDefinitions: fc.record({ CFItemTypes: fc.array(members('CFItemType'), { maxLength: 2 }) }),
  },
  { requiredKeys: ['CFDocument'] },
)

const texts: fc.Arbitrary<string> = fc.oneof(word, fc.string({ unit: 'grapheme' }))
const moment = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((date) => date.toISOString())
const term = fc.stringMatching(/^ext:[A-Za-z0-9._][A-Za-z0-9.\-_]{0,5}$/)

/** Values that CASE allows, by kind. */
const valueOf: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: texts,
  name: fc.constantFrom('HSA.REI.4', ...guids),
  uri: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constantFrom(...uris, 'urn:x:1')),
  uuid: fc.oneof(
    fc.uuid(),
    fc.constantFrom(...guids).map((guid) => guid.toUpperCase()),
  ),
  dateTime: moment.map((text) => text.replace('Z', '+05:30')),
  date: moment.map((text) => text.slice(0, 10)),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  integer: fc.integer(),
  associationType: fc.oneof(fc.constantFrom('isChildOf', 'isTranslationOf', 'hasSkillLevel'), term),
  targetType: fc.oneof(fc.constant('CASE'), term),
  caseVersion: fc.constant('1.1'),
  extensions: fc.dictionary(
    fc.string().map((name) => `x:${name}`),
    fc.oneof(fc.string(), fc.integer()),
  ),
}

/** Objects of a class as the specification wants them, with all members that it demands. */
function wellFormed(name: keyof typeof structure): fc.Arbitrary<Record<string, unknown>> {
  const facts = Object.entries(structure[name])
  const arbitraries = facts.map(([member, { kind, isList }]) => {
    const one = kind in structure ? wellFormed(kind as keyof typeof structure) : (valueOf[kind] ?? fc.constant(''))
    return [member, isList ? fc.array(one, { maxLength: 2 }) : one]
  })
  return fc.record(Object.fromEntries(arbitraries), {
    requiredKeys: facts.flatMap(([member, { isRequired }]) => (isRequired ? [member] : [])),
  })
}

/** Packages in which nothing is wrong. */
export const wellFormedCasePackage: fc.Arbitrary<Record<string, unknown>> = wellFormed('CFPackage')
