import type { JsonObject } from '@testamur/documents'
import { describe, expect, it } from 'vitest'
import { transformJcs } from './jcs-transformation.js'

const document: JsonObject = {
  type: ['VerifiableCredential'],
  '@context': ['https://www.w3.org/ns/credentials/v2', { note: 'urn:example:note' }],
  note: 'né €',
  undefinedTerm: [1e-7, 1e21 / 1e21, null, true, { b: 1, a: undefined }],
}
const proof: JsonObject = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofValue: 'z1' }

function problemsOf(value: JsonObject, by: JsonObject = proof, pointer?: string): string[] {
  const transformed = transformJcs(value, by, { pointer })
  return transformed.ok ? [] : transformed.problems.map((found) => `${found.code} ${found.pointer}`)
}

describe('transformJcs', () => {
  it('writes document and proof in canonical JSON, the proof without its value', () => {
    expect(transformJcs(document, proof)).toEqual({
      ok: true,
      canonicalDocument:
        '{"@context":["https://www.w3.org/ns/credentials/v2",{"note":"urn:example:note"}],"note":"né €",' +
        '"type":["VerifiableCredential"],"undefinedTerm":[1e-7,1,null,true,{"b":1}]}',
      canonicalProofConfig: '{"cryptosuite":"eddsa-jcs-2022","type":"DataIntegrityProof"}',
    })
  })

  it('reads the document under the contexts that the proof names', () => {
    const contexts = ['https://www.w3.org/ns/credentials/v2']
    const transformed = transformJcs({ '@context': [...contexts, 'urn:more'], id: 'urn:x:1' }, { '@context': contexts })
    expect(transformed).toEqual({
      ok: true,
      canonicalDocument: '{"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:x:1"}',
      canonicalProofConfig: '{"@context":["https://www.w3.org/ns/credentials/v2"]}',
    })
  })

  it('changes neither document nor proof', () => {
    const before = structuredClone([document, proof])
    transformJcs(document, { ...proof, '@context': 'urn:x:1' })
    expect([document, proof]).toEqual(before)
  })

  it.each<[string, JsonObject, string[]]>([
    ['an integer whose last digits are lost', { ...document, a: { b: [0, 2 ** 53] } }, ['value-not-covered /a/b/1']],
    ['a large one', { ...document, 'a/b': -1e300 }, ['value-not-covered /a~1b']],
    ['two of them', { a: 1e16, b: 1e17 }, ['value-not-covered /a', 'value-not-covered /b']],
    ['no number', { ...document, a: Number.NaN }, ['json-not-a-value /a']],
    ['half of a surrogate pair', { ...document, a: ['\ud800'] }, ['json-not-a-value /a/0']],
    ['no JSON', { a: new Date(0) as unknown as string }, ['json-not-a-value /a']],
  ])('refuses %s', (_what, value, expected) => {
    expect(problemsOf(value)).toEqual(expected)
  })

  it('takes what is still exact', () => {
    expect(problemsOf({ a: 2 ** 53 - 1, b: 1 - 2 ** 53, c: 0.1, d: 5e-324, e: 1.5e10 })).toEqual([])
  })

  it('points into the proof where it stands', () => {
    expect(problemsOf(document, { ...proof, nonce: 1e16 })).toEqual(['value-not-covered /proof/nonce'])
    expect(problemsOf(document, { ...proof, nonce: 1e16 }, '/proof/1')).toEqual(['value-not-covered /proof/1/nonce'])
    expect(problemsOf({ a: '\udc00' }, { b: '\udc00' })).toEqual(['json-not-a-value /a', 'json-not-a-value /proof/b'])
  })

  it('refuses documents without end', () => {
    const circle: JsonObject = {}
    circle.again = circle
    expect(problemsOf(circle).join()).toMatch(/^json-too-deep /)
  })
})
