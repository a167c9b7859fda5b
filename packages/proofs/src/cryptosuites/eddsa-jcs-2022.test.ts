import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { eddsaJcs2022 } from './eddsa-jcs-2022.js'
import type { SecurableDocument } from './interface.js'

const contexts = contextSource()
const jwk = await privateJwkFrom(new Uint8Array(32).fill(3))
const signer = await signerFromJwk(jwk)
const { publicKey } = await keyPairFromJwk(jwk)
const proofPurpose = 'assertionMethod'
const v2 = 'https://www.w3.org/ns/credentials/v2'

const credential = {
  '@context': [v2, 'https://uni.example/never-fetched'],
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  grade: 'A, defined by no context',
  credits: 1e-7,
}
const createProof = (document: object = credential): Promise<JsonObject> =>
  eddsaJcs2022.createProof(document as SecurableDocument, {
    signer,
    created: '2026-06-01T12:00:00Z',
    proofPurpose,
    contexts,
  })
async function verdict(proof: JsonObject, document: object = credential): Promise<string[]> {
  const problems = await eddsaJcs2022.verifyProof(document as SecurableDocument, proof, { publicKey, contexts })
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}
const proof = await createProof()

describe('eddsa-jcs-2022', () => {
  it('covers what no context defines, and needs no context', async () => {
    expect(await verdict(proof)).toEqual([])
    expect(await verdict(proof, { ...credential, grade: 'B' })).toEqual(['signature-invalid /proof'])
    expect(await verdict(proof, { ...credential, more: 1 })).toEqual(['signature-invalid /proof'])
    const plain = { type: 'Anything', proofOf: 'life' }
    const ofPlain = await createProof(plain)
    expect(ofPlain).not.toHaveProperty('@context')
    expect(await verdict(ofPlain, plain)).toEqual([])
  })

  it('does not care about the order of members and white space, but about that of arrays', async () => {
    const reordered = Object.fromEntries(Object.entries(credential).toReversed())
    expect(Object.keys(reordered)[0]).toBe('credits')
    expect(await verdict(proof, reordered)).toEqual([])
    const types = { ...credential, type: ['VerifiableCredential', 'A', 'B'] }
    expect(await verdict(await createProof(types), { ...types, type: types.type.toReversed() })).toEqual([
      'signature-invalid /proof',
    ])
  })

  it('covers the contexts it names: the first of the document, in their order', async () => {
    expect(proof['@context']).toEqual(credential['@context'])
    const under = (...context: unknown[]): Promise<string[]> => verdict(proof, { ...credential, '@context': context })
    const [first, second] = credential['@context']
    // §3.3.2, step 4: what was appended is not covered, and does not break the proof.
    expect(await under(first, second, { later: 'urn:example:later' })).toEqual([])
    expect(await under(first)).toEqual(['proof-malformed /proof/@context'])
    expect(await under(second, first)).toEqual(['proof-malformed /proof/@context'])
    expect(await under({ earlier: 'urn:example:earlier' }, first, second)).toEqual(['proof-malformed /proof/@context'])
    const { '@context': _, ...unnamed } = credential
    expect(await verdict(proof, unnamed)).toEqual(['proof-malformed /proof/@context'])
    expect(await verdict({ ...proof, '@context': [v2] })).toEqual(['signature-invalid /proof'])
  })

  it('tells one context from a list of one, as the signature does', async () => {
    const document = { ...credential, '@context': v2 }
    const single = await createProof(document)
    expect(single['@context']).toBe(v2)
    expect(await verdict(single, { ...document, '@context': [v2, 'urn:more'] })).toEqual([])
    expect(await verdict({ ...single, '@context': [v2] }, document)).toEqual(['signature-invalid /proof'])
  })

  it('covers all contexts of the document when the proof names none', async () => {
    const { '@context': _, ...rest } = proof
    expect(await verdict(rest)).toEqual(['signature-invalid /proof'])
  })

  it('refuses what canonical JSON would carry as something else', async () => {
    expect(await verdict(proof, { ...credential, studentNumber: 2 ** 60 })).toEqual([
      'value-not-covered /studentNumber',
    ])
    await expect(createProof({ ...credential, studentNumber: 2 ** 60 })).rejects.toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      problems: [{ code: 'value-not-covered', pointer: '/studentNumber' }],
    })
  })
})
