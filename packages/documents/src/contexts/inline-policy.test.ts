import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { contextUrls } from './context-urls.js'
import { inlineContextProblems } from './inline-policy.js'
import { contextSource } from './source.js'

const ob = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const stranger = 'https://terms.example/v1'
const imported = 'https://terms.example/v2'
const contexts = contextSource({
  documents: {
    [stranger]: {
      '@context': [
        imported,
        { lab: 'https://lab.example/#', deep: { '@id': 'lab:deep', '@context': { inner: 'lab:in' } } },
      ],
    },
    [imported]: { '@context': { indirect: 'https://lab.example/#indirect' } },
  },
})
const base = [contextUrls.credentialsV2, contextUrls.clr201, contextUrls.openBadges303]

/** `code pointer` of every problem. */
function problems(document: JsonValue, allowInlineContexts = false, pointer = ''): string[] {
  const found = inlineContextProblems(document, pointer, { contexts, allowInlineContexts })
  return found.map((problem) => `${problem.code} ${problem.pointer}`)
}

const refused = (pointer: string): string => `context-inline-refused ${pointer}`
const withInline = (inline: JsonValue): JsonObject => ({ '@context': [...base, stranger, inline] })

describe('inlineContextProblems', () => {
  it('finds nothing wrong with known contexts, wherever they stand', () => {
    expect(
      problems({
        '@context': base,
        proof: { '@context': contextUrls.dataIntegrityV2 },
        credentialSubject: { verifiableCredential: [{ '@context': [contextUrls.credentialsV2] }] },
      }),
    ).toEqual([])
  })

  it('points at each unknown URL, below the given pointer', () => {
    const document = { '@context': ['https://a.example', { x: 'https://x.example/#x' }], b: [{ '@context': 'b/c~' }] }
    expect(problems(document, false, '/vc')).toEqual([
      'context-unknown /vc/@context/0',
      'context-unknown /vc/b/0/@context',
    ])
  })

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['an IRI', { nickname: 'https://names.example/#nickname' }],
    ['a URN', { nickname: 'urn:example:nickname' }],
    ['JSON-LD 1.1', { '@version': 1.1, nickname: 'https://names.example/#nickname' }],
    [
      'a full definition',
      {
        nickname: {
          '@id': 'https://names.example/#nickname',
          '@type': '@id',
          '@container': ['@set'],
          '@protected': true,
        },
      },
    ],
  ])('lets an inline context add terms: %s', (_, inline) => {
    expect(problems(withInline(inline))).toEqual([])
  })

  it.each<[string, JsonObject]>([
    ['@vocab', { '@vocab': 'https://names.example/#' }],
    ['@base', { '@base': 'https://names.example/' }],
    ['@import', { '@import': imported }],
    ['@propagate', { '@propagate': false }],
    ['@language', { '@language': 'en' }],
    ['@protected', { '@protected': true }],
    ['@version', { '@version': 1 }],
    ['a prefix', { names: 'https://names.example/#' }],
    ['a prefix of a known context', { nickname: 'lab:nickname' }],
    ['a term for another new term', { nickname: 'nick' }],
    ['a name that is not what its IRI ends with', { passed: 'https://names.example/#failed' }],
    ['a name that is only a part of the end', { name2: 'https://names.example/#nickname2' }],
    ['an index map', { nickname: { '@id': 'https://names.example/#nickname', '@container': '@index' } }],
    ['a language map', { nickname: { '@id': 'https://names.example/#nickname', '@container': ['@language', '@set'] } }],
    [
      'a datatype',
      { honors: { '@id': 'https://names.example/#honors', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' } },
    ],
    ['a default language', { nickname: { '@id': 'https://names.example/#nickname', '@language': 'en' } }],
    ['a term of a context', { issuer: 'https://names.example/#issuer' }],
    ['a term in its own meaning', { Profile: `${ob}Profile` }],
    ['a term that is scoped in a type', { associationType: 'https://names.example/#x' }],
    ['a term of a context that the caller brought', { lab: 'https://names.example/#' }],
    ['a term scoped in a property there', { inner: 'https://names.example/#x' }],
    ['a term of a context that is named there', { indirect: 'https://names.example/#x' }],
    ['a term set to null', { nickname: null }],
    ['an IRI set to null', { nickname: { '@id': null } }],
    ['an alias of a keyword', { nickname: '@id' }],
    ['an alias of a keyword in a definition', { nickname: { '@id': '@type' } }],
    ['an alias of a known IRI', { nickname: `${ob}achievement` }],
    ['an alias of a known IRI in a definition', { nickname: { '@id': `${ob}achievement` } }],
    ['an alias of a type', { Nickname: `${ob}AchievementSubject` }],
    ['an alias of an IRI that is itself compact', { nickname: 'lab:in' }],
    ['an alias by a known term', { nickname: 'issuer' }],
    ['an alias by a prefix of a known context', { nickname: 'lab:deep' }],
    ['a known IRI as the term', { [`${ob}achievement`]: { '@type': '@id' } }],
    ['a compact IRI as the term', { 'lab:deep': { '@type': '@id' } }],
    ['a context of its own', { nickname: { '@id': 'https://names.example/#x', '@context': {} } }],
    ['@reverse', { nickname: { '@reverse': 'https://names.example/#x' } }],
    ['@index', { nickname: { '@id': 'https://names.example/#x', '@container': '@index', '@index': 'achievement' } }],
    ['@nest', { nickname: { '@id': 'https://names.example/#x', '@nest': '@nest' } }],
    ['no IRI', { nickname: {} }],
    ['a relative IRI', { nickname: '#nickname' }],
    ['a blank node', { nickname: '_:nickname' }],
    ['an IRI with a blank', { nickname: 'https ://names.example' }],
    ['a number', { nickname: 5 }],
    ['an array', { nickname: ['https://names.example/#x'] }],
  ])('refuses %s', (_, inline) => {
    expect(problems(withInline(inline))).toEqual([refused(`/@context/4/${pointerToken(inline)}`)])
  })

  it('refuses an IRI that another inline context can make compact', () => {
    const document = {
      '@context': [...base, { https: 'https://a.example/https' }],
      credentialSubject: { '@context': { x: 'https://a.example/#x' } },
    }
    expect(problems(document)).toContain(refused('/credentialSubject/@context/x'))
  })

  it.each<JsonValue>([null, 5, true])('refuses %j as a context, also when inline contexts are allowed', (value) => {
    const document = { '@context': [...base, value], proof: { '@context': value } }
    expect(problems(document, true)).toEqual([refused('/@context/3'), refused('/proof/@context')])
  })

  it('refuses to restate the terms of contexts that the document does not name', () => {
    const document = {
      '@context': [contextUrls.multikeyV1, { Achievement: `${ob}Achievement`, Criteria: `${ob}Criteria` }],
    }
    expect(problems(document)).toEqual([refused('/@context/1/Achievement'), refused('/@context/1/Criteria')])
  })

  it('refuses contexts of the caller under whose terms content would escape', () => {
    const unsafe: JsonValue[] = [
      { scores: { '@id': 'https://lab.example/#scores', '@container': '@index' } },
      { scores: { '@id': 'https://lab.example/#scores', '@container': ['@id', '@set'] } },
      { more: '@nest' },
      [
        {},
        {
          outer: {
            '@id': 'https://lab.example/#outer',
            '@context': { back: { '@reverse': 'https://lab.example/#x' } },
          },
        },
      ],
    ]
    for (const context of unsafe) {
      const source = contextSource({ documents: { 'https://lab.example': { '@context': context } } })
      const found = inlineContextProblems({ '@context': [...base, 'https://lab.example'] }, '', {
        contexts: source,
      })
      expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([['context-unsafe', '/@context/3']])
    }
  })

  it('refuses a crowd of contexts', () => {
    const crowd = Array.from({ length: 17 }, () => contextUrls.credentialsV2)
    expect(problems({ '@context': crowd })).toEqual(['context-limit /@context/16'])
    expect(problems({ '@context': crowd.slice(1) })).toEqual([])
  })

  it('allows inline contexts when asked to, but no unknown URL inside them', () => {
    const inline = {
      '@vocab': 'https://names.example/#',
      issuer: { '@id': 'https://names.example/#x', '@context': ['https://a.example'] },
    }
    expect(problems(withInline(inline), true)).toEqual(['context-unknown /@context/4/issuer/@context/0'])
  })
})

function pointerToken(inline: JsonObject): string {
  return String(Object.keys(inline)[0]).replaceAll('/', '~1')
}

it('does not look into the member of the document that it is told to leave out', () => {
  const inline = { '@context': [...base, { '@vocab': 'https://lab.example/#' }] }
  const whole = { '@context': base, proof: inline, evidence: [{ proof: inline }] }
  const judged = (omit?: string): string[] =>
    inlineContextProblems(whole, '', { contexts, omit }).map((problem) => problem.pointer)
  expect(judged()).toEqual(['/proof/@context/3/@vocab', '/evidence/0/proof/@context/3/@vocab'])
  expect(judged('proof')).toEqual(['/evidence/0/proof/@context/3/@vocab'])
  expect(inlineContextProblems({ '@context': base, proof: inline }, '', { contexts, omit: 'proof' })).toEqual([])
})
