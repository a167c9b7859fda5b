import { describe, expect, it } from 'vitest'
import { badge, containers, earlierBadge, presentation, record } from '../../test/sample-documents.js'
import { contextUrls } from '../contexts/context-urls.js'
import type { ContextDocument } from '../contexts/interface.js'
import { contextSource } from '../contexts/source.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { valueAtPointer } from '../json/pointer.js'
import { undefinedTerms } from './undefined-terms.js'

const { credentialsV1, credentialsV2, openBadges300, openBadges303 } = contextUrls

/** `code pointer` of every fault. */
const faultsOf = (document: JsonObject, options = {}): string[] =>
  undefinedTerms(document, options).map(({ code, pointer }) => `${code} ${pointer}`)

/** A document under a context of its own. */
const under = (context: JsonValue, members: JsonObject): JsonObject => ({ '@context': context, ...members })

/** A copy of a document with another value at a place. */
function changed(document: JsonObject, pointer: string, value: JsonValue): JsonObject {
  const copy = structuredClone(document)
  const slash = pointer.lastIndexOf('/')
  const parent = valueAtPointer(copy, pointer.slice(0, slash)) as JsonObject
  parent[pointer.slice(slash + 1)] = value
  return copy
}

const ex = 'https://terms.example/#'

describe('undefinedTerms', () => {
  it.each([
    ['a badge', badge],
    ['a record', record],
    ['a presentation', presentation],
    ['a badge under VCDM 1.1', earlierBadge],
    ['every kind of container', containers],
  ])('finds nothing wrong with %s', (_, document) => {
    expect(undefinedTerms(document)).toEqual([])
  })

  it.each<[string, string, JsonValue, string]>([
    ['a name at the top', '/grade', 'A', 'term-undefined'],
    ['a name deep inside', '/credentialSubject/achievement/criteria/grade', null, 'term-undefined'],
    ['a name in an array', '/credentialSubject/result/0/grade', [], 'term-undefined'],
    ['a name that only another type has', '/issuer/resultDescription', [], 'term-undefined'],
    ['a name in a proof', '/proof/jws', 'a', 'term-undefined'],
    ['a reserved name', '/@context-free', 'a', 'term-undefined'],
    ['a type', '/type/1', 'Badge', 'type-undefined'],
    ['a type that is no array', '/credentialSubject/achievement/image/type', 'Picture', 'type-undefined'],
    ['a relative id', '/credentialSubject/id', 'learner', 'identifier-relative'],
    ['an empty id', '/id', '', 'identifier-relative'],
    ['a relative reference', '/proof/verificationMethod', '#key', 'identifier-relative'],
    ['a purpose that the context of the property does not know', '/proof/proofPurpose', 'fun', 'identifier-relative'],
  ])('names %s', (_, pointer, value, code) => {
    const document = changed(badge, pointer, value)
    expect(faultsOf(document)).toContain(`${code} ${pointer}`)
  })

  it('says which name it is, and what to do', () => {
    expect(undefinedTerms({ ...badge, grade: 'A' })).toEqual([
      {
        code: 'term-undefined',
        pointer: '/grade',
        name: 'grade',
        detail: expect.stringMatching(/^No context defines "grade".*add the context that defines it\.$/),
      },
    ])
  })

  it('reports every fault, in the order of the document', () => {
    const document = {
      ...badge,
      type: ['VerifiableCredential', 'OpenBadgeCredential', 'One'],
      issuer: { two: 2, id: 'three' },
      'fo/ur~': { ignored: 'below an undefined name' },
      credentialSubject: {
        type: ['AchievementSubject'],
        result: [
          { type: ['Result'], five: [] },
          { type: 'Six', value: 'A' },
        ],
      },
    }
    expect(faultsOf(document)).toEqual([
      'type-undefined /type/2',
      'term-undefined /issuer/two',
      'identifier-relative /issuer/id',
      'term-undefined /credentialSubject/result/0/five',
      'type-undefined /credentialSubject/result/1/type',
      'term-undefined /credentialSubject/result/1/value',
      'term-undefined /fo~1ur~0',
    ])
  })

  it('without a context, nothing has a meaning', () => {
    expect(faultsOf({ id: 'urn:a:b', type: 'T' })).toEqual(['term-undefined /id', 'term-undefined /type'])
  })

  it('does not change the document, nor look at members that are undefined', () => {
    const document = { ...badge, grade: undefined }
    const before = structuredClone(document)
    expect(undefinedTerms(document)).toEqual([])
    expect(document).toEqual(before)
  })

  it('stops after as many faults as it is asked for', () => {
    const document = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`name${i}`, i]))
    expect(undefinedTerms(document)).toHaveLength(200)
    expect(undefinedTerms(document, { maxFaults: 3 }).map(({ name }) => name)).toEqual(['name0', 'name1', 'name2'])
  })
})

describe('undefinedTerms, contexts', () => {
  it('points at the context that redefines protected terms, and names it', () => {
    const document = { ...badge, '@context': [credentialsV2, openBadges300] }
    expect(undefinedTerms(document)).toMatchObject([
      {
        code: 'context-conflict',
        pointer: '/@context/1',
        url: openBadges300,
        reason: 'protected term redefinition',
        name: expect.any(String),
      },
    ])
  })

  it('reports every unknown URL, and judges no names under them', () => {
    const [first, second] = ['https://a.example/1', 'https://a.example/2']
    const document = {
      ...badge,
      '@context': [credentialsV2, first, openBadges303, second],
      grade: 'A',
    }
    expect(undefinedTerms(document)).toMatchObject([
      { code: 'context-unknown', pointer: '/@context/1', url: first },
      { code: 'context-unknown', pointer: '/@context/3', url: second },
    ])
  })

  it('goes on beside an object whose contexts are at fault', () => {
    const document = { ...badge, issuer: { '@context': 'https://a.example', two: 2 }, grade: 'A' }
    expect(faultsOf(document)).toEqual(['context-unknown /issuer/@context', 'term-undefined /grade'])
  })

  it.each<[string, JsonValue, string, string]>([
    ['no object', 5, '/@context', 'invalid local context'],
    ['a list in a list', [[]], '/@context/0', 'invalid local context'],
    ['a term without an IRI', [{}, { grade: {} }], '/@context/1', 'invalid IRI mapping'],
    ['a cycle', { a: 'b:x', b: 'a:x' }, '/@context', 'cyclic IRI mapping'],
    ['a reserved term', { '@grade': ex }, '/@context', 'reserved term'],
    ['no language', { '@language': 'plain English' }, '/@context', 'invalid @language value'],
    ['another version', { '@version': 1 }, '/@context', 'invalid @version value'],
    ['a scoped context', { T: { '@id': ex, '@context': { p: {} } } }, '/@context', 'invalid IRI mapping'],
  ])('refuses an inline context that is %s', (_, context, pointer, reason) => {
    expect(undefinedTerms(under(context, { grade: 'A' }))).toMatchObject([{ code: 'context-invalid', pointer, reason }])
  })

  it('refuses null where terms are protected, and takes it elsewhere', () => {
    const issuer = { '@context': null, id: 'urn:a:b' }
    expect(undefinedTerms({ ...badge, issuer })).toMatchObject([
      { code: 'context-conflict', pointer: '/issuer/@context', reason: 'invalid context nullification' },
    ])
    expect(faultsOf(under({ p: ex }, { p: { '@context': null, p: 1 } }))).toEqual(['term-undefined /p/p'])
  })

  it('points at the type whose context is in conflict', () => {
    const context = [{ '@protected': true, p: ex }, { T: { '@id': ex, '@context': { p: `${ex}other` } } }]
    expect(undefinedTerms(under(context, { '@type': ['urn:a:b', 'T'] }))).toMatchObject([
      { code: 'context-conflict', pointer: '/@type/1', name: 'p', reason: 'protected term redefinition' },
    ])
  })

  it('reads the contexts that it is given, and what those name in turn', () => {
    const contexts = contextSource({
      documents: {
        'https://a.example/1': { '@context': ['2', { p: { '@id': ex, '@context': '3' } }] },
        'https://a.example/2': { '@context': { q: ex } },
        'https://a.example/3': { '@context': { r: ex } },
      },
    })
    const document = under('https://a.example/1', { p: { r: 1, s: 1 }, q: 1, r: 1 })
    expect(faultsOf(document, { contexts })).toEqual(['term-undefined /p/s', 'term-undefined /r'])
  })

  it('names the URL that is missing, when another context names it', () => {
    const documents = { 'https://a.example/1': { '@context': { p: { '@id': ex, '@context': './2' } } } }
    const contexts = contextSource({ documents })
    expect(undefinedTerms(under(['https://a.example/1'], {}), { contexts })).toMatchObject([
      { code: 'context-unknown', pointer: '/@context/0', url: 'https://a.example/2' },
    ])
  })

  it('goes by what a URL leads to in each call, never by what it led to before', () => {
    const document = under('https://a.example', { p: 1 })
    const source = (context: JsonObject) => () => ({ '@context': context }) as ContextDocument
    expect(faultsOf(document, { contexts: source({ p: ex }) })).toEqual([])
    expect(faultsOf(document, { contexts: source({ q: ex }) })).toEqual(['term-undefined /p'])
    const changing: ContextDocument = { '@context': { p: ex } }
    expect(faultsOf(document, { contexts: () => changing })).toEqual([])
    changing['@context'] = { q: ex }
    expect(faultsOf(document, { contexts: () => changing })).toEqual(['term-undefined /p'])
  })

  it('passes on what the source throws', () => {
    const contexts = contextSource({ documents: { [credentialsV1]: { '@context': {} } } })
    expect(() => undefinedTerms(earlierBadge, { contexts })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })
})

describe('undefinedTerms, scopes', () => {
  it('ends the context of a type where another object begins', () => {
    const context = { T: { '@id': ex, '@context': { p: ex } }, q: ex }
    const members = { '@type': 'T', p: { p: 1, q: { '@type': 'T', p: 1 } } }
    expect(faultsOf(under(context, members))).toEqual(['term-undefined /p/p'])
  })

  it('keeps it for references and values, and where it propagates', () => {
    const context = {
      T: { '@id': ex, '@context': { p: ex, self: '@id', text: '@value' } },
      U: { '@id': ex, '@context': { '@propagate': true, p: ex } },
    }
    expect(faultsOf(under(context, { '@type': 'T', p: [{ self: 'urn:a:b' }, { text: 'A' }] }))).toEqual([])
    expect(faultsOf(under(context, { '@type': 'T', p: { self: 'urn:a:b', '@index': 'i' } }))).toEqual([
      'term-undefined /p/self',
    ])
    expect(faultsOf(under(context, { '@type': 'U', p: { p: { p: 1 } } }))).toEqual([])
  })

  it('keeps the context of a property further inside, unless it says otherwise', () => {
    const scoped = (context: JsonObject): JsonObject => ({ p: { '@id': ex, '@context': context } })
    expect(faultsOf(under(scoped({ q: ex }), { p: { q: { q: 1 } }, q: 1 }))).toEqual(['term-undefined /q'])
    expect(faultsOf(under(scoped({ '@propagate': false, q: ex }), { p: { q: { q: 1 } } }))).toEqual([
      'term-undefined /p/q/q',
    ])
  })

  it('lets the context of a property redefine protected terms, and that of a type restate them', () => {
    const protectedTerm = { '@protected': true, q: ex }
    const property = { p: { '@id': ex, '@context': { q: `${ex}other` } } }
    expect(faultsOf(under([protectedTerm, property], { p: { q: 1 } }))).toEqual([])
    const type = { T: { '@id': ex, '@context': { q: { '@id': ex } } } }
    const asPrefix = { '@protected': true, q: { '@id': ex } }
    expect(faultsOf(under([asPrefix, type], { '@type': 'T', q: 1 }))).toEqual([])
  })

  it('applies the contexts of several types in alphabetical order', () => {
    const type = (context: JsonObject): JsonObject => ({ '@id': ex, '@context': context })
    const context = { A: type({ p: ex }), B: type({ p: null }) }
    expect(faultsOf(under(context, { '@type': ['B', 'A'], p: 1 }))).toEqual(['term-undefined /p'])
  })

  it('ends the contexts of all types at once', () => {
    const type = (context: JsonObject): JsonObject => ({ '@id': ex, '@context': context })
    const context = { A: type({ p: ex }), B: type({ q: ex }), r: ex }
    expect(faultsOf(under(context, { '@type': ['A', 'B'], p: 1, r: { p: 1, q: 1 } }))).toEqual([
      'term-undefined /r/p',
      'term-undefined /r/q',
    ])
  })

  it('takes a protected term for redefined when only what it prefixes has changed', () => {
    const before = { '@protected': true, p: ex }
    expect(undefinedTerms(under([before, { p: { '@id': ex } }], {}))).toMatchObject([
      { code: 'context-conflict', name: 'p' },
    ])
    expect(undefinedTerms(under([before, { p: ex }], {}))).toEqual([])
  })

  it('refuses a context whose terms need a protected prefix before they redefine it', () => {
    const property = (context: JsonObject): JsonObject => ({ p: { '@id': ex, '@context': context } })
    const before = { '@protected': true, o: ex }
    const redefined = 'https://other.example/#'
    expect(undefinedTerms(under([before, property({ o: redefined, a: 'o:a' })], {}))).toEqual([])
    expect(undefinedTerms(under([before, property({ a: 'o:a', o: redefined })], {}))).toMatchObject([
      { code: 'context-invalid', pointer: '/@context/1', reason: 'invalid scoped context', name: 'p' },
    ])
  })

  it('begins anew in the credentials of a presentation', () => {
    const { '@context': _, ...naked } = (presentation['verifiableCredential'] as JsonObject[])[0] as JsonObject
    const document = { ...presentation, verifiableCredential: [naked] }
    expect(faultsOf(document)[0]).toBe('term-undefined /verifiableCredential/0/type')
  })
})

describe('undefinedTerms, containers and keywords', () => {
  it.each<[string, string, JsonValue, string[]]>([
    ['an index map', '/byIndex', { a: [{ grade: 1 }] }, ['term-undefined /byIndex/a/0/grade']],
    ['a map by id', '/byId', { x: { about: 'y' } }, ['identifier-relative /byId/x']],
    ['a map by type', '/byType', { Undefined: { about: 'y' } }, ['type-undefined /byType/Undefined']],
    ['a map by type with its context', '/byType', { Course: { credits: 1, about: { credits: 1 } } }, []],
    [
      'a list',
      '/list',
      ['x', { '@list': [{ grade: 1 }] }],
      ['identifier-relative /list/0', 'term-undefined /list/1/@list/0/grade'],
    ],
    ['a set', '/about', { '@set': [{ id: 'x' }] }, ['identifier-relative /about/@set/0/id']],
    ['a graph', '/graph', [{ grade: 1 }], ['term-undefined /graph/0/grade']],
    ['a reverse property', '/from', 'x', []],
    ['the keyword for one', '/@reverse', { about: [{ id: 'x' }] }, ['identifier-relative /@reverse/about/0/id']],
    ['nested members', '/more', [{ grade: 1 }], ['term-undefined /more/0/grade']],
    ['included objects', '/@included', [{ grade: 1 }], ['term-undefined /@included/0/grade']],
    ['a named graph', '/@graph', [{ grade: 1 }], ['term-undefined /@graph/0/grade']],
    ['a value with a type', '/list', [{ '@value': 'x', '@type': 'Undefined' }], ['type-undefined /list/0/@type']],
    ['a JSON literal', '/about', { '@value': { grade: 1 }, '@type': '@json' }, []],
  ])('looks into %s', (_, pointer, value, expected) => {
    expect(faultsOf(changed(containers, pointer, value))).toEqual(expected)
  })

  it.each<[string, JsonObject]>([
    ['@import', under({ '@import': credentialsV2 }, {})],
    ['a relative @vocab', under({ '@vocab': 'terms/' }, {})],
    ['a relative @base', under({ '@base': 'terms/' }, {})],
    ['keywords that say nothing there', under({}, { '@vocab': ex })],
    ['properties that are blank nodes', under({}, { '_:p': 1 })],
    ['maps by a property', under({ q: ex, p: { '@id': ex, '@container': '@index', '@index': 'q' } }, { p: { a: {} } })],
    [
      'protected terms that come to their IRI in another way',
      under(
        [
          { '@protected': true, p: { '@id': `${ex}p` } },
          { '@vocab': ex, p: {} },
        ],
        {},
      ),
    ],
    [
      'a map by several types, one of which has a context',
      under(
        { p: { '@id': ex, '@container': '@type' }, A: { '@id': ex, '@context': {} }, B: ex },
        { p: { A: { p: {} }, B: { p: {} } } },
      ),
    ],
    ['a property whose own context redefines it', under({ p: { '@id': ex, '@context': { p: ex } } }, { p: {} })],
  ])('does not judge %s', (_, document) => {
    expect(undefinedTerms(document).map(({ code }) => code)).toEqual(['terms-not-checked'])
  })
})

describe('undefinedTerms, hostile documents', () => {
  const nested = (levels: number, wrap: (inner: JsonValue) => JsonValue): JsonValue => {
    let value: JsonValue = 1
    for (let level = 0; level < levels; level += 1) value = wrap(value)
    return value
  }

  it.each<[string, (inner: JsonValue) => JsonValue]>([
    ['objects', (inner) => ({ p: inner })],
    ['arrays', (inner) => [inner]],
    ['nested members', (inner) => ({ '@nest': inner })],
  ])('does not follow %s without end', (_, wrap) => {
    const document = under({ p: ex }, { p: nested(100_000, wrap) })
    expect(undefinedTerms(document).map(({ code }) => code)).toEqual(['terms-not-checked'])
    expect(undefinedTerms(under({ p: ex }, { p: nested(100, wrap) }))).toEqual([])
  })

  it.each<[string, JsonValue]>([
    ['contexts nested without end', nested(100_000, (inner) => ({ p: { '@id': ex, '@context': inner } }))],
    ['contexts nested deeply', nested(20, (inner) => ({ p: { '@id': ex, '@context': inner === 1 ? {} : inner } }))],
    ['a long chain of prefixes', Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`p${i}`, `p${i + 1}:x`]))],
    [
      'many contexts in one',
      Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`p${i}`, { '@id': ex, '@context': credentialsV2 }])),
    ],
  ])('declines %s', (_, context) => {
    expect(undefinedTerms(under(context, {})).map(({ code }) => code)).toEqual(['terms-not-checked'])
  })

  it('declines contexts that name one another', () => {
    const documents = {
      'https://a.example/1': { '@context': ['https://a.example/2'] },
      'https://a.example/2': { '@context': { p: { '@id': ex, '@context': 'https://a.example/1' } } },
    }
    const contexts = contextSource({ documents })
    expect(faultsOf(under('https://a.example/1', {}), { contexts })).toEqual(['terms-not-checked /@context'])
  })

  it('gives up on documents that ask for too much work, and has its wits for the next', () => {
    const terms = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`t${i}`, ex]))
    const objects = Array.from({ length: 1000 }, (_, i) => ({ '@context': { [`p${i}`]: ex }, t0: 1 }))
    const faults = undefinedTerms(under({ ...terms, p: ex }, { p: objects }))
    expect(
      faults.every(({ code, reason }) => code === 'terms-not-checked' && reason === 'too many term definitions'),
    ).toBe(true)
    expect(faults.length).toBeGreaterThan(100)
    expect(undefinedTerms(under({ ...terms, p: ex }, { p: objects.slice(-1) }))).toEqual([])
    for (let i = 0; i < 3; i += 1) undefinedTerms(under({ ...terms, [`q${i}`]: ex }, { t0: objects }))
    expect(undefinedTerms(badge)).toEqual([])
    expect(faultsOf({ ...badge, grade: 'A' })).toEqual(['term-undefined /grade'])
  })

  it('bounds the text of its faults together', () => {
    const name = `https://a.example/${'/'.repeat(500_000)}`
    const document = { [name]: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`p${i}`, i])) }
    const faults = undefinedTerms(document)
    expect(faults).toHaveLength(1)
    expect(undefinedTerms({ ['x'.repeat(1_000_000)]: 1 })[0]?.detail.length).toBeLessThan(300)
  })

  it('takes names of Object.prototype for names like others', () => {
    const document = under({ p: ex }, { constructor: 1, toString: 1, hasOwnProperty: 1, p: { valueOf: 1 } })
    expect(faultsOf(document)).toEqual([
      'term-undefined /constructor',
      'term-undefined /toString',
      'term-undefined /hasOwnProperty',
      'term-undefined /p/valueOf',
    ])
  })

  it.each(['__proto__', 'hasOwnProperty'])(
    'does not judge contexts with a term %s, which jsonld.js cannot hold',
    (term) => {
      const context = JSON.parse(`{ "${term}": "https://a.example/x", "p": "https://a.example/p" }`)
      expect(undefinedTerms({ '@context': context, p: 1 }).map(({ code }) => code)).toEqual(['terms-not-checked'])
    },
  )
})
