import type { JsonObject, JsonValue } from '@testamur/documents'
import { contextSource, contextUrls } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { canonicalizeFast } from './fast.js'
import { canonicalizeByReference } from './reference.js'

const ex = 'https://a.example/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const vocabulary: JsonObject = {
  '@version': 1.1,
  id: '@id',
  type: '@type',
  T: `${ex}T`,
  text: `${ex}text`,
  date: { '@id': `${ex}date`, '@type': `${xsd}date` },
  flag: { '@id': `${ex}text`, '@type': `${xsd}boolean` },
  string: { '@id': `${ex}text`, '@type': `${xsd}string` },
  link: { '@id': `${ex}link`, '@type': '@id' },
  list: { '@id': `${ex}list`, '@container': '@list' },
  words: { '@id': `${ex}words`, '@container': '@language' },
  raw: { '@id': `${ex}raw`, '@type': '@json' },
  graph: { '@id': `${ex}graph`, '@container': '@graph' },
  byIndex: { '@id': `${ex}byIndex`, '@container': '@index' },
  from: { '@reverse': `${ex}from` },
}
const contexts = contextSource({
  documents: {
    'https://a.example/vocabulary': { '@context': vocabulary },
    'https://a.example/any': { '@context': { '@vocab': ex } },
  },
})
const under = (members: JsonObject): JsonObject => ({
  '@context': 'https://a.example/vocabulary',
  id: 'urn:x:1',
  ...members,
})

/** The lines of a document without their subject and predicates; what was declined throws. */
function objectsOf(members: JsonObject): string[] {
  const result = canonicalizeFast(under(members), { contexts })
  if (!result.ok) throw new Error(result.declined)
  return result.nquads
    .split('\n')
    .slice(0, -1)
    .map((line) => line.replace(/^\S+ \S+ (.*) \.$/, '$1'))
}

describe('canonicalizeFast', () => {
  it.each<[string, JsonValue, string[]]>([
    ['text', 'said "so"\n\t\u007f\u0001 😀', ['"said \\"so\\"\\n\\t\\u007F\\u0001 😀"']],
    [
      'text',
      [3, 3.5, true, -0],
      ['"0"', '"3"', '"3.5E0"', '"true"'].map(
        (text, i) => `${text}^^<${xsd}${['integer', 'integer', 'double', 'boolean'][i]}>`,
      ),
    ],
    ['text', [['a'], ['b', 'a']], ['"a"', '"b"']],
    ['text', { '@value': 'a', '@language': 'EN' }, ['"a"@en']],
    ['text', { '@value': 'a', '@language': 'en', '@direction': 'rtl' }, ['"a"^^<https://www.w3.org/ns/i18n#en_rtl>']],
    ['date', '2026-01-01', [`"2026-01-01"^^<${xsd}date>`]],
    ['link', ['urn:x:{2}', { id: 'urn:x:3' }], ['<urn:x:3>', '<urn:x:\\u007B2\\u007D>']],
    ['words', { en: 'one', DE: ['eins', null] }, ['"eins"@de', '"one"@en']],
    [
      'raw',
      { b: [1, null], a: '"' },
      ['"{\\"a\\":\\"\\\\\\"\\",\\"b\\":[1,null]}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>'],
    ],
    ['list', [], ['<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>']],
    ['text', [1, 1, true, true], [`"1"^^<${xsd}integer>`, `"true"^^<${xsd}boolean>`]],
  ])('reads %s: %j', (name, value, objects) => {
    expect(objectsOf({ [name]: value })).toEqual(objects)
  })

  it.each<[string, JsonObject]>([
    ['undefined names', { grade: 'A' }],
    ['undefined types', { type: 'Undefined' }],
    ['relative ids', { id: 'relative', text: 'a' }],
    ['relative references', { link: 'relative' }],
    ['numbers that would become others', { text: 1e-7 }],
    ['integers that have lost digits', { text: 2 ** 60 }],
    ['a native and a typed value that are the same', { text: true, flag: 'true' }],
    ['a native value with a datatype and one without', { text: true, flag: true }],
    ['a text that is said to be a text, and one that is not', { text: 'a', string: 'a' }],
    ['two empty lists', { list: [], 'https://a.example/list': [] }],
    ['a text with a direction and one without', { text: ['a', { '@value': 'a', '@direction': 'rtl' }] }],
    ['lists of lists', { list: [['a']] }],
    ['texts as graphs', { graph: 'a' }],
    ['graphs that say nothing', { graph: { id: 'urn:x:2' } }],
    ['index maps', { byIndex: { a: 'b' } }],
    ['reverse properties', { from: { id: 'urn:x:2' } }],
    ['values without a value', { text: { '@value': null } }],
    ['ids that are none', { text: { id: 5 } }],
    ['names written as IRIs', { [`${ex}text`]: 'a' }],
    ['keywords', { '@included': [{ id: 'urn:x:2', text: 'a' }] }],
    ['documents that only say their id', { id: 'urn:x:1' }],
    ['contexts nobody knows', { link: { '@context': 'https://unknown.example' } }],
    ['JSON with __proto__', { raw: JSON.parse('{"__proto__":1}') as JsonObject }],
  ])('declines %s', (_, members) => {
    expect(canonicalizeFast(under(members), { contexts })).toMatchObject({ ok: false })
  })

  it('declines documents without a context, and nesting without end', () => {
    expect(canonicalizeFast({ id: 'urn:x:1' }, { contexts })).toMatchObject({ ok: false })
    let nested: JsonObject = { text: 'a' }
    for (let level = 0; level < 10_000; level += 1) nested = { text: nested }
    expect(canonicalizeFast(under(nested), { contexts })).toMatchObject({ ok: false })
  })

  it.each([
    ['all alike', Array.from({ length: 40 }, () => ({ text: 'a' }))],
    ['in rings', [0, 1, 2, 3].map((i) => ({ id: `_:${i}`, text: { id: `_:${(i + 1) % 4}` } }))],
    ['in lists alike', [1, 2, 3].map((i) => ({ id: `urn:x:${i}`, list: ['A', 'B'] }))],
    ['in graphs', [1, 1, 2].map((i) => ({ graph: { text: ['a', i] } }))],
  ])('tells nodes without ids apart as the reference does: %s', async (_, nodes) => {
    const document = { ...under({}), text: nodes } as JsonObject
    for (const hash of ['SHA-256', 'SHA-384'] as const) {
      const reference = await canonicalizeByReference(document, { contexts, hash })
      const fast = canonicalizeFast(document, { contexts, hash })
      expect(fast.ok ? fast.nquads : fast.declined).toBe(reference.ok ? reference.nquads : fast.ok || fast.declined)
    }
  })

  it('goes by what a URL leads to in each call', () => {
    const document = { '@context': ['https://a.example/context'], p: 'a' }
    const source = (iri: string) =>
      contextSource({ documents: { 'https://a.example/context': { '@context': { p: iri } } } })
    for (const iri of ['urn:x:p', 'urn:x:q']) {
      const result = canonicalizeFast(document, { contexts: source(iri) })
      expect(result.ok && result.nquads).toBe(`_:c14n0 <${iri}> "a" .\n`)
    }
  })

  it('looks through very many types of a node once', () => {
    // To copy them for each of them would take minutes, beyond the time that a test has.
    const type = Array.from({ length: 100_000 }, () => 'VerifiableCredential')
    const document = { '@context': [contextUrls.credentialsV2], type, issuer: 'did:example:issuer' }
    expect(canonicalizeFast(document, { contexts })).toMatchObject({ ok: false })
  })

  it('drops statements that are said again among many, and declines those in two spellings', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `name ${index % 7}`)
    const flag = { '@id': 'https://vocab.example/flag', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' }
    const document = {
      '@context': [contextUrls.credentialsV2, { flag: flag['@id'], flagText: flag }],
      id: 'urn:example:1',
      type: ['VerifiableCredential'],
      name: many,
      flag: true,
    }
    const reference = await canonicalizeByReference(document, { contexts })
    expect(canonicalizeFast(document, { contexts })).toMatchObject(reference)
    expect(reference.ok && reference.nquads.split('\n')).toHaveLength(10)
    expect(canonicalizeFast({ ...document, flagText: 'true' }, { contexts })).toMatchObject({ ok: false })
  })

  it('leaves out a member, and nothing is changed', async () => {
    const document = {
      '@context': [contextUrls.credentialsV2],
      type: ['VerifiableCredential'],
      issuer: 'did:example:issuer',
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    }
    const before = structuredClone(document)
    const { proof: _, ...unsecured } = document
    const options = { contexts, omit: 'proof' }
    expect(canonicalizeFast(document, options)).toEqual(canonicalizeFast(unsecured, { contexts }))
    const reference = await canonicalizeByReference(document, options)
    expect(canonicalizeFast(document, options)).toMatchObject(reference)
    expect(document).toEqual(before)
  })
})

/** Documents that came apart once, or nearly: what the reference refuses, the fast path must decline. */
describe('what both refuse', () => {
  const inline = (context: JsonObject, members: JsonObject): JsonObject => ({
    '@context': { x: `${ex}x`, ...context },
    x: 'a',
    ...members,
  })
  const nestedArrays = (levels: number): JsonValue => (levels === 0 ? 'a' : [nestedArrays(levels - 1)])
  const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject

  it.each<[string, JsonObject]>([
    ['an empty nest', inline({ n: '@nest' }, { n: [] })],
    ['a nest of nothing', inline({ n: '@nest' }, { n: {} })],
    ['a language map of nothing', inline({ m: { '@id': `${ex}m`, '@container': '@language' } }, { m: {} })],
    ['a label under a name that stands for something else than ids', inline({ id: `${ex}p` }, { id: '_:x' })],
    ['a member named __proto__', parsed(`{"@context":{"@vocab":"${ex}"},"__proto__":"a","b":"c"}`)],
    ['one that inherits', parsed(`{"@context":{"@vocab":"${ex}"},"b":{"__proto__":{"c":"d"},"c":"d"}}`)],
    ['more levels than JSON may have', inline({}, { x: nestedArrays(200) })],
    [
      'a node of nothing but an id, by whose context it is a graph',
      under({ text: 'a', link: { id: 'urn:x:2', '@context': { link: { '@id': `${ex}y`, '@container': '@graph' } } } }),
    ],
    ['half of a surrogate pair in a text', under({ text: ['a', 'b\ud83d'] })],
    ['half of a surrogate pair in an id', { ...under({ text: 'a' }), id: 'urn:x:\udc00' }],
    ['half of a surrogate pair in a reference', under({ link: 'urn:x:\ud83d' })],
    ['half of a surrogate pair in a name', { '@context': { '@vocab': ex }, 'x\ud83d': 'a' }],
    ['a name longer than JSON may have', { '@context': 'https://a.example/any', ['x'.repeat(5000)]: 'a' }],
    ['what is no JSON', inline({}, { x: new Map() as unknown as JsonValue, y: 'b' })],
  ])('%s', async (_what, document) => {
    expect(canonicalizeFast(document, { contexts })).toMatchObject({ ok: false })
    expect(await canonicalizeByReference(document, { contexts })).toMatchObject({ ok: false })
  })

  it.each<[string, JsonObject]>([
    ['proof', { proof: '@id' }],
    ['proof', { proof: '@type', T: `${ex}T` }],
    ['id', { id: '@id' }],
    ['@context', {}],
  ])('declines to leave out %s when that stands for a keyword: %o', (omit, context) => {
    const document = inline(context, { proof: 'urn:a:b', id: 'urn:x:1' })
    expect(canonicalizeFast(document, { contexts, omit })).toMatchObject({ ok: false })
  })

  it('declines what is too deep for the stack', () => {
    const document = inline({}, { x: parsed(`{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)['x'] as JsonValue })
    expect(canonicalizeFast(document, { contexts })).toMatchObject({ ok: false })
  })
})
