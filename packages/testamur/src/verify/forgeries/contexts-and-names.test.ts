import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { payloadOf, token, tokenIssuer } from '../../../test/tokens.js'
import { verdictOn } from '../../../test/verdict.js'

// Documents whose statements, and so whose proofs, are those that were signed, although a reader of the JSON would
// learn something else; and what no proof covers.

const vcdm = 'https://www.w3.org/2018/credentials#'
let university: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
})

const contextOf = (credential: JsonObject): (string | JsonObject)[] => credential['@context'] as (string | JsonObject)[]
const badge = (members: JsonObject = {}): Promise<JsonObject> => signed(course(university.id, 1, members), university)
/** The checks behind a context that is refused are not made. */
const refused = (...reasons: string[]): string[] => [
  'rejected',
  ...reasons,
  'proof undetermined',
  'issuer undetermined',
]

describe('contexts', () => {
  it('cannot be exchanged for others that the data model knows nothing of', async () => {
    const { validUntil, ...rest } = await badge({ validUntil: '2026-05-18T00:00:00Z' })
    const terms = { reviewedOn: { '@id': `${vcdm}validUntil`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } }
    const dropped = { ...rest, '@context': ['https://w3id.org/security/multikey/v1', terms], reviewedOn: validUntil }
    expect((await verdictOn(dropped)).slice(0, 2)).toEqual(['rejected', 'context failed: context-base /@context/0'])
    const kept = { ...rest, '@context': [...contextOf(rest), terms], reviewedOn: validUntil }
    expect(await verdictOn(kept)).toEqual(refused('context failed: context-inline-refused /@context/2/reviewedOn'))
  })

  it('cannot be exchanged for another version of the same vocabulary', async () => {
    const honest = await badge()
    const older = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'
    const forged = { ...honest, '@context': [contextOf(honest)[0] ?? '', older] }
    expect((await verdictOn(forged)).slice(0, 2)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('cannot follow those that a proof over the text names', async () => {
    const options = { cryptosuite: 'eddsa-jcs-2022' }
    const honest = await withProofBy(university.signer, course(university.id, 1), options)
    expect(await verdictOn(honest)).toEqual(['verified'])
    const extended = { ...honest, '@context': [...contextOf(honest), 'https://w3id.org/security/multikey/v1'] }
    expect(await verdictOn(extended)).toEqual(['rejected', 'proof failed: context-not-covered /@context'])
  })

  it('cannot come from strangers', async () => {
    const honest = await badge()
    const forged = { ...honest, '@context': [...contextOf(honest), 'https://evil.example/context'] }
    const verdict = await verdictOn(forged)
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('context failed: context-unknown /@context/2')
  })

  it('cannot redefine a name, rename it, or catch every name, where they stand in the document', async () => {
    const honest = await badge()
    const [first = '', second = ''] = contextOf(honest)
    for (const [context, place] of [
      [{ name: 'https://evil.example/terms#ignored' }, '/name'],
      [{ grade: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#value' }, '/grade'],
      [{ '@vocab': 'https://evil.example/terms#' }, '/@vocab'],
      [{ '@base': 'https://evil.example/' }, '/@base'],
      [{ type: '@type' }, '/type'],
    ] as const) {
      const forged = { ...honest, '@context': [first, second, context] }
      expect(await verdictOn(forged)).toEqual(refused(`context failed: context-inline-refused /@context/2${place}`))
    }
  })

  it('cannot exchange the issuer’s own names', async () => {
    const terms = (passed: string, failed: string): JsonObject => ({
      passed: `https://uni.example/terms#${passed}`,
      failed: `https://uni.example/terms#${failed}`,
    })
    const [first = '', second = ''] = contextOf(course(university.id, 1))
    const honest = await badge({
      '@context': [first, second, terms('passed', 'failed')],
      passed: 'Music',
      failed: 'Medicine',
    })
    expect(await verdictOn(honest)).toEqual(['verified'])
    const forged = {
      ...honest,
      '@context': [first, second, terms('failed', 'passed')],
      passed: 'Medicine',
      failed: 'Music',
    }
    expect(await verdictOn(forged)).toEqual(refused('context failed: context-inline-refused /@context/2/passed'))
  })

  it('cannot make keys of maps or members without a value readable', async () => {
    const honest = await badge()
    const map = { '@id': 'https://uni.example/terms#honors', '@container': '@index' }
    const withMap = {
      ...honest,
      '@context': [...contextOf(honest), { honors: map }],
      honors: { 'Summa cum laude': [] },
    }
    expect(await verdictOn(withMap)).toEqual(refused('context failed: context-inline-refused /@context/2/honors'))
    const terms = { honors: 'https://uni.example/terms#honors' }
    const empty = { ...honest, '@context': [...contextOf(honest), terms], honors: [] }
    expect((await verdictOn(empty))[0]).toBe('rejected')
  })

  it('are looked at in every credential inside, whatever those of the record are', async () => {
    const renaming = { name: 'https://evil.example/terms#ignored' }
    const holding = async (inner: JsonObject | string): Promise<string[]> => {
      const holder = await signed(record(university.id, []), university)
      const verifiableCredential = [inner]
      return verdictOn({
        ...holder,
        credentialSubject: { ...(holder['credentialSubject'] as object), verifiableCredential },
      })
    }
    const honest = await badge()
    const contexts = contextOf(honest)
    const place = '/credentialSubject/verifiableCredential/0/@context'
    expect(await holding({ ...honest, '@context': contexts.slice(1) })).toContain(
      `context failed: context-base ${place}/0`,
    )
    const strange = { ...honest, '@context': [...contexts, renaming] }
    const refusal = `context failed: context-inline-refused ${place}/2/name`
    // Once of the record, which holds it, and once of the credential itself.
    expect((await holding(strange)).filter((said) => said === refusal)).toHaveLength(2)
    // What is in a token is no part of the record's own JSON.
    const enveloped = token(payloadOf(strange), tokenIssuer())
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${enveloped}` }
    for (const inner of [enveloped, envelope]) {
      expect(await holding(inner)).toContain(refusal)
    }
  })

  it('cannot be a crowd', async () => {
    const honest = await badge()
    const crowd = { ...honest, '@context': Array.from({ length: 500 }, () => contextOf(honest)[0] ?? '') }
    const verdict = await verdictOn(crowd)
    expect(verdict.slice(0, 2)).toEqual(['rejected', 'context failed: context-limit /@context/16'])
    expect(verdict).toContain('proof undetermined')
  })
})

describe('names', () => {
  it('cannot be undefined, at any depth and in the proof', async () => {
    const honest = await badge()
    const subject = honest['credentialSubject'] as JsonObject
    const achievement = { ...(subject['achievement'] as JsonObject), honors: 'Summa cum laude' }
    expect(await verdictOn({ ...honest, honors: 'Summa cum laude' })).toEqual([
      'rejected',
      'context failed: term-undefined /honors',
      'proof failed: term-undefined /honors',
    ])
    expect(await verdictOn({ ...honest, credentialSubject: { ...subject, achievement } })).toEqual([
      'rejected',
      'context failed: term-undefined /credentialSubject/achievement/honors',
      'proof failed: term-undefined /credentialSubject/achievement/honors',
    ])
    const proof = { ...(honest['proof'] as JsonObject), witness: 'Nobody' }
    expect(await verdictOn({ ...honest, proof })).toEqual(['rejected', 'proof failed: term-undefined /proof/witness'])
  })

  it('cannot be IRIs, where readers do not look', async () => {
    const { validUntil, ...rest } = await badge({ validUntil: '2026-05-18T00:00:00Z' })
    const verdict = await verdictOn({ ...rest, [`${vcdm}validUntil`]: validUntil })
    expect(verdict[0]).toBe('rejected')
    expect(verdict[1]).toContain('context failed: term-expected ')
  })
})

describe('values', () => {
  const withCredits = (honest: JsonObject, written: string): string =>
    JSON.stringify(honest).replace(/"creditsEarned":[^,]*/, `"creditsEarned":${written}`)

  it('cannot be numbers that are signed as another', async () => {
    const honest = await badge({
      credentialSubject: { ...(course(university.id, 1)['credentialSubject'] as JsonObject), creditsEarned: 0 },
    })
    expect(await verdictOn(honest)).toEqual(['verified'])
    const place = '/credentialSubject/creditsEarned'
    expect(await verdictOn(withCredits(honest, '1e-7'))).toEqual([
      'rejected',
      `context failed: value-not-covered ${place}`,
      `proof failed: value-not-covered ${place}`,
    ])
    expect((await verdictOn(withCredits(honest, '9007199254740993')))[0]).toBe('rejected')
  })

  it('may be written in any way that is the same number', async () => {
    const honest = await badge()
    expect(await verdictOn(withCredits(honest, '35e-1'))).toEqual(['verified'])
  })
})
