import { describe, expect, it } from 'vitest'
import { contextSource } from '../contexts/index.js'
import type { JsonObject } from '../json/interface.js'
import type { Problem } from '../problem.js'
import { quadsFromDocument } from './quads.js'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const badge = (): JsonObject => ({
  '@context': [v2, ob],
  id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://uni.example/issuer', type: ['Profile'], name: 'Example University' },
  validFrom: '2026-05-17T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11',
    type: ['AchievementSubject'],
    creditsEarned: 3,
    achievement: {
      id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-111111111111',
      type: ['Achievement'],
      name: 'Calculus I',
      description: 'Limits and derivatives',
      criteria: { narrative: 'Passed the final exam' },
    },
  },
})

const problemsOf = async (
  document: JsonObject,
  documents: Record<string, object> = {},
): Promise<readonly Problem[]> => {
  const result = await quadsFromDocument(document, { contexts: contextSource({ documents }) })
  return result.ok ? [] : result.problems
}

describe('quadsFromDocument', () => {
  it('reads every statement', async () => {
    const result = await quadsFromDocument(badge(), { contexts: contextSource() })
    expect(result.ok && result.quads.filter(({ object }) => object.value === 'Calculus I')).toHaveLength(1)
    expect(
      result.ok && result.quads.find(({ predicate }) => predicate.value.endsWith('creditsEarned'))?.object.value,
    ).toBe('3')
  })

  it('does not change its input', async () => {
    const document = badge()
    await problemsOf(document)
    expect(document).toEqual(badge())
  })

  const subject = (document: JsonObject): JsonObject => document['credentialSubject'] as JsonObject
  const achievement = (document: JsonObject): JsonObject => subject(document)['achievement'] as JsonObject

  it.each<[string, (document: JsonObject) => void, string, string]>([
    ['an undefined name at the top', (d) => void (d['grade'] = 'A'), 'term-undefined', '/grade'],
    [
      'an undefined name deep inside',
      (d) => void (achievement(d)['grade'] = 'A'),
      'term-undefined',
      '/credentialSubject/achievement/grade',
    ],
    [
      'a name that is defined elsewhere only',
      (d) => {
        achievement(d)['resultDescription'] = [
          { id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-222222222222', type: ['ResultDescription'], valueMax: '4' },
        ]
        ;(d['issuer'] as JsonObject)['valueMax'] = '4'
      },
      'term-undefined',
      '/issuer/valueMax',
    ],
    [
      'an undefined type',
      (d) => void (achievement(d)['type'] = ['Achievement', 'Invented']),
      'value-not-covered',
      '/credentialSubject/achievement/type/1',
    ],
    [
      'a relative id',
      (d) => void (achievement(d)['id'] = 'achievement-1'),
      'value-not-covered',
      '/credentialSubject/achievement/id',
    ],
    [
      'an unknown context',
      (d) => void (d['@context'] = [v2, ob, 'https://uni.example/context']),
      'context-unknown',
      '/@context/2',
    ],
    [
      'contexts that contradict each other',
      (d) => void (d['@context'] = [v2, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json']),
      'context-invalid',
      '/@context',
    ],
    [
      'a number that comes out as 0',
      (d) => void (subject(d)['creditsEarned'] = 1e-7),
      'value-not-covered',
      '/credentialSubject/creditsEarned',
    ],
    [
      'a number with more digits than are signed',
      (d) => void (subject(d)['creditsEarned'] = 0.1 + 0.2),
      'value-not-covered',
      '/credentialSubject/creditsEarned',
    ],
    [
      'an integer that has lost digits',
      (d) => void (subject(d)['creditsEarned'] = 2 ** 60),
      'value-not-covered',
      '/credentialSubject/creditsEarned',
    ],
    [
      'a date hidden under its IRI',
      (d) => void (d['https://www.w3.org/2018/credentials#validUntil'] = '2020-01-01T00:00:00Z'),
      'term-expected',
      '/https:~1~1www.w3.org~12018~1credentials#validUntil',
    ],
    [
      'a label in place of an id',
      (d) => void (achievement(d)['id'] = '_:a'),
      'blank-node-label',
      '/credentialSubject/achievement/id',
    ],
    [
      'an inline term without a value',
      (d) => {
        d['@context'] = [v2, ob, { honors: 'https://uni.example/terms#honors' }]
        d['honors'] = [[], null]
      },
      'value-not-covered',
      '/honors',
    ],
    [
      'an id hidden under its keyword',
      (d) => void ((d['issuer'] as JsonObject)['@id'] = 'urn:a:b'),
      'keyword-refused',
      '/issuer/@id',
    ],
    [
      'a datatype of its own',
      (d) => void (d['name'] = { '@value': 'false', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' }),
      'keyword-refused',
      '/name/@type',
    ],
    [
      'a list hidden under its keyword',
      (d) => void (d['evidence'] = { '@list': [] }),
      'keyword-refused',
      '/evidence/@list',
    ],
    [
      'a type hidden under its IRI',
      (d) =>
        void (d['type'] = [
          'VerifiableCredential',
          'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
        ]),
      'term-expected',
      '/type/1',
    ],
    ['content moved by a keyword', (d) => void (d['@included'] = [{ id: 'urn:a:b' }]), 'keyword-refused', '/@included'],
  ])('names %s', async (_name, change, code, pointer) => {
    const document = badge()
    change(document)
    expect(await problemsOf(document)).toMatchObject([{ code, pointer }])
  })

  it('accepts types that no context has a name for, and text in a language', async () => {
    const document = {
      ...badge(),
      type: ['VerifiableCredential', 'https://uni.example/vocabulary#Transcript'],
      name: { '@value': 'Badge', '@language': 'en' },
    }
    expect(await problemsOf(document)).toEqual([])
  })

  it('accepts the numbers that people write', async () => {
    for (const credits of [0, 1, 3.5, 0.1, 1234567.891, -2.25]) {
      const document = badge()
      subject(document)['creditsEarned'] = credits
      expect(await problemsOf(document)).toEqual([])
    }
  })

  const own = 'https://uni.example/context'
  it.each<[string, JsonObject, RegExp, string, JsonObject?]>([
    ['a relative id', { id: 'Jane' }, /^The id is not absolute/, '/id'],
    ['a relative issuer', { issuer: 'Jane' }, /^The contexts take this value for an identifier/, '/issuer'],
    ['a type', { evidence: { type: ['Jane'] } }, /^No context defines this type/, '/evidence/type/0'],
    ['a language', { name: { '@value': 'a', '@language': 'Jane Roe' } }, /no language tag/, '/name/@language'],
    ['a value that is null', { name: { '@value': null } }, /the value is missing or null/, ''],
    ['an id like a keyword', { id: '@Jane' }, /starts with @ is reserved/, '/id'],
    ['a relative @vocab', { '@context': [v2, ob, own], Jane: 1 }, /^The "@vocab" of/, '', { '@vocab': 'Jane/' }],
    ['a term for a label', { '@context': [v2, ob, own], Jane: 'a' }, /stand for a label/, '', { Jane: '_:b' }],
    ['a reserved term', { '@context': [v2, ob, own] }, /defines a name that starts with @/, '', { '@Jane': 'urn:a:b' }],
    [
      'a reserved IRI',
      { '@context': [v2, ob, own], Jane: 'urn:a:b' },
      /defines a name by an IRI that starts with @/,
      '',
      { Jane: { '@reverse': '@Jane' } },
    ],
  ])('says for everybody what is wrong with %s, and does not repeat it', async (_name, members, words, at, context) => {
    const documents = context === undefined ? {} : { [own]: { '@context': context } }
    const [found] = await problemsOf({ ...badge(), ...members }, documents)
    expect(found).toMatchObject({ code: 'value-not-covered', pointer: at, detail: expect.stringMatching(words) })
    expect(found?.detail).not.toMatch(/Jane/i)
  })

  it.each<[JsonObject, RegExp]>([
    [{ type: [], id: 'urn:a:b' }, /^An object with an id and nothing else/],
    [{ verifiableCredential: [{}] }, /^An object without members/],
    [{ verifiableCredential: ['Jane'] }, /^A mere value/],
    [{ verifiableCredential: [{ '@value': 'Jane' }] }, /^A mere value/],
  ])('says what is missing in a presentation: %j', async (members, words) => {
    const [found] = await problemsOf({ '@context': [v2], type: ['VerifiablePresentation'], ...members })
    expect(found).toMatchObject({ code: 'value-not-covered', detail: expect.stringMatching(words) })
    expect(found?.detail).not.toMatch(/Jane/i)
  })

  it('names a missing context', async () => {
    expect(await problemsOf({ type: 'VerifiableCredential' })).toMatchObject([{ code: 'context-missing', pointer: '' }])
  })

  it('lets a context that a caller brought speak in that call only', async () => {
    const document = { ...badge(), '@context': [v2, ob, 'https://uni.example/context'], grade: 'A' }
    const own = { '@context': { grade: 'https://uni.example/vocabulary#grade' } }
    expect(await problemsOf(document, { 'https://uni.example/context': own })).toEqual([])
    const other = { '@context': { mark: 'https://uni.example/vocabulary#mark' } }
    expect(await problemsOf(document, { 'https://uni.example/context': other })).toMatchObject([
      { code: 'term-undefined', pointer: '/grade' },
    ])
    expect(await problemsOf(document)).toMatchObject([{ code: 'context-unknown' }])
  })

  it('reads each document as if it were the first', async () => {
    const url = 'https://uni.example/shared'
    const documents = { [url]: { '@context': { shared: 'https://uni.example/vocabulary#shared' } } }
    const first = { '@context': [url, { '@reserved': 'https://uni.example/vocabulary#reserved' }], shared: 'a' }
    expect(await problemsOf(first, documents)).toHaveLength(1)
    expect(await problemsOf({ '@context': [url], shared: 'a' }, documents)).toEqual([])
  })

  it('reads contexts of the caller that name others', async () => {
    const documents = {
      'https://uni.example/1': { '@context': ['2', { part: { '@id': 'https://uni.example/part', '@context': '3' } }] },
      'https://uni.example/2': { '@context': { two: 'https://uni.example/two' } },
      'https://uni.example/3': { '@context': { three: 'https://uni.example/three' } },
    }
    const document = { '@context': ['https://uni.example/1'], two: 'a', part: { three: 'b' } }
    expect(await problemsOf(document, documents)).toEqual([])
  })
})
