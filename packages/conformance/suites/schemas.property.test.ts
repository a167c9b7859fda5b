import { validateSchema } from '@testamur/credentials/validate'
import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { valueAtPointer } from '@testamur/documents/json'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { classOf, officialClasses, officialExamples, officialVerdicts } from '../official-schemas.js'
import { describeWithReference } from '../reference.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100) * 10

/** Values that are wrong almost everywhere, and some that are right in places. */
const strangers: readonly JsonValue[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'text',
  'ext:a',
  'ext:-',
  'xext:a',
  'en',
  'e30.e30.c2ln',
  '2026-05-31',
  '2026-05-31T09:00:00Z',
  '2026-05-31 09:00:00+0200',
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
  'Image',
  [],
  ['text'],
  [null],
  {},
  { en: 'text' },
  { 'en-US': 'text', de: 'text' },
  { english: 'text' },
  { en: 1 },
  { id: 'urn:example:thing' },
  { id: 'urn:example:thing', type: ['Profile'] },
  { id: 'urn:example:thing', type: 'Image' },
  { type: 'Association', associationType: 'isPartOf', sourceId: 'urn:a', targetId: 'urn:b' },
]

/** Names from everywhere in the examples: one class's member is another's stranger. */
function namesIn(value: JsonValue | undefined, names: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return names
  for (const [name, each] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(name)
    namesIn(each, names)
  }
  return names
}

/** Pointers of the objects and arrays in a value. */
function containersIn(value: JsonValue | undefined, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return [
    pointer,
    ...Object.entries(value).flatMap(([name, each]) =>
      containersIn(each, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ]
}

type Mutation = (container: Record<string, JsonValue | undefined>, members: readonly string[]) => void

/** One change inside an object or array: a member taken away, replaced, added, doubled, wrapped or unwrapped. */
const mutationOf = (names: readonly string[]): fc.Arbitrary<Mutation> => {
  const pick = fc.nat()
  // A copy each time: the next change may be made inside it.
  const stranger = fc.constantFrom(...strangers).map((value) => structuredClone(value))
  const at = (members: readonly string[], index: number): string => members[index % members.length] ?? 'id'
  return fc.oneof(
    pick.map(
      (index): Mutation =>
        (container, members) =>
          remove(container, at(members, index)),
    ),
    fc.tuple(pick, stranger).map(
      ([index, value]): Mutation =>
        (container, members) => {
          container[at(members, index)] = value
        },
    ),
    fc.tuple(fc.constantFrom(...names), stranger).map(
      ([name, value]): Mutation =>
        (container) => {
          if (Array.isArray(container)) container.push(value)
          else container[name] = value
        },
    ),
    pick.map(
      (index): Mutation =>
        (container, members) => {
          const name = at(members, index)
          const value = container[name]
          container[name] = Array.isArray(value) && value.length === 1 ? value[0] : [value ?? null]
        },
    ),
    fc.tuple(pick, pick).map(
      ([one, other]): Mutation =>
        (container, members) => {
          const [a, b] = [at(members, one), at(members, other)]
          const kept = container[a]
          container[a] = container[b]
          container[b] = kept
        },
    ),
  )
}

function remove(container: Record<string, JsonValue | undefined>, name: string): void {
  if (Array.isArray(container)) container.splice(Number(name), 1)
  else delete container[name]
}

describeWithReference('JSON Schemas: our verdict on changed examples is the official one', () => {
  const examples = officialExamples().flatMap((example) => {
    const name = classOf(example)
    return name === undefined ? [] : [{ document: example.document, name }]
  })
  const official = officialVerdicts()
  const valid = examples.filter(({ document, name }) => official[name](document).every(Boolean))
  const names = [...new Set(examples.flatMap(({ document }) => [...namesIn(document)]))]
  const changes = fc.array(fc.tuple(fc.nat(), mutationOf(names)), { minLength: 1, maxLength: 2 })

  const verdicts = { valid: 0, invalid: 0 }

  it('for any change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valid), changes, ({ document: original, name }, list) => {
        const document = structuredClone(original)
        for (const [place, mutate] of list) {
          const containers = containersIn(document)
          const container = valueAtPointer(document, containers[place % containers.length] ?? '')
          mutate(container as JsonObject, Object.keys(container as JsonObject))
        }
        const text = JSON.stringify(document)
        const json = JSON.parse(text)
        const ours = validateSchema(json, name).length === 0
        verdicts[ours ? 'valid' : 'invalid']++
        expect(official[name](json), text).toEqual(official[name](json).map(() => ours))
      }),
      { numRuns },
    )
  })

  it('and the changes make documents of both kinds', () => {
    expect(verdicts.valid).toBeGreaterThan(numRuns / 10)
    expect(verdicts.invalid).toBeGreaterThan(numRuns / 10)
  })

  it.each(officialClasses)('of %s on anything at all', (name) => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(official[name](json)).toEqual(official[name](json).map(() => validateSchema(json, name).length === 0))
      }),
      { numRuns },
    )
  })
})
