import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { sha256 } from '#platform'
import type { PublicKey, Signer } from '../keys/interface.js'
import { decodeBase58Multibase, encodeBase58Multibase, encodeMultikey } from '../keys/multikey.js'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
import { transformRdfc } from './rdfc-transformation.js'
import { hashTransformation } from './transformation.js'

const contexts = contextSource()
const jwk = await privateJwkFrom(new Uint8Array(32).fill(3))
const signer = await signerFromJwk(jwk)
const { publicKey } = await keyPairFromJwk(jwk)
const created = '2026-06-01T12:00:00Z'
const proofPurpose = 'assertionMethod'

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}

const createProof = (document: VerifiableCredential = credential, by: Signer = signer) =>
  eddsaRdfc2022.createProof(document, { signer: by, created, proofPurpose, contexts })

/** Codes and pointers of what is wrong with a proof. */
async function verdict(
  proof: JsonObject,
  document: object = credential,
  options: { publicKey?: PublicKey; pointer?: string; proofPurpose?: string } = {},
): Promise<string[]> {
  const problems = await eddsaRdfc2022.verifyProof(document as VerifiableCredential, proof, {
    publicKey,
    contexts,
    ...options,
  })
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

const proof = await createProof()

describe('createProof', () => {
  it('returns the proof, and only it', () => {
    const { proofValue, ...options } = proof
    expect(options).toEqual({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created,
      verificationMethod: signer.verificationMethod,
      proofPurpose,
    })
    expect(decodeBase58Multibase(proofValue)).toHaveLength(64)
  })

  it('signs the hash of the proof configuration, then that of the document', async () => {
    const { proofValue: _, ...options } = proof
    const transformed = await transformRdfc(credential, options, { contexts })
    if (!transformed.ok) throw new Error('not transformed')
    const { canonicalDocument, canonicalProofConfig } = transformed
    expect(canonicalDocument).toContain('<did:example:learner>')
    expect(canonicalProofConfig.split('\n')).toHaveLength(6)
    const hashData = hashTransformation(transformed)
    expect(hashData).toEqual(Uint8Array.of(...sha256(canonicalProofConfig), ...sha256(canonicalDocument)))
    expect(decodeBase58Multibase(proof.proofValue)).toEqual(await signer.sign(hashData))
  })

  it('signs a document whose canonical form is made in pieces as any other', async () => {
    const subjects = Array.from({ length: 400 }, (_, index) => ({ id: `urn:example:${index}`, name: 'é'.repeat(100) }))
    const document = { ...credential, credentialSubject: subjects }
    const transformed = await transformRdfc(document, proof, { contexts })
    if (!transformed.ok) throw new Error('not transformed')
    const { documentPieces, ...whole } = transformed
    expect(documentPieces?.length).toBeGreaterThan(1)
    expect(documentPieces?.join('')).toBe(whole.canonicalDocument)
    expect(hashTransformation(transformed)).toEqual(hashTransformation(whole))
  })

  it.each<[string, object, string]>([
    ['an undefined term', { ...credential, grade: 'A' }, 'term-undefined /grade'],
    [
      'a number that is signed as another',
      { ...credential, credentialSubject: { id: 'urn:x:1', '@value': 1e-7 } },
      'value-not-covered /credentialSubject/@value',
    ],
    [
      'an unknown context',
      { ...credential, '@context': [...credential['@context'], 'https://uni.example/c'] },
      'context-unknown /@context/1',
    ],
    ['no context', { ...credential, '@context': undefined }, 'context-missing '],
  ])('refuses %s', async (_what, document, expected) => {
    const error = await createProof(document as VerifiableCredential).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_UNSIGNABLE_DOCUMENT' })
    const { problems, message } = error as { problems: { code: string; pointer: string }[]; message: string }
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([expected])
    expect(message).toContain(problems[0]?.pointer || 'at the top')
  })

  it('refuses a proof that the contexts do not define', async () => {
    const document = { ...credential, '@context': ['https://www.w3.org/2018/credentials/v1'], validFrom: undefined }
    const error = await createProof(JSON.parse(JSON.stringify(document)) as VerifiableCredential).catch(
      (error: unknown) => error,
    )
    const { problems } = error as { problems: { pointer: string }[] }
    expect(problems.map(({ pointer }) => pointer)).toEqual([expect.stringMatching(/^\/proof/)])
  })

  it('refuses a value that stands twice in two spellings', async () => {
    const flag = 'https://vocab.example/flag'
    const context = { flag, flagText: { '@id': flag, '@type': 'http://www.w3.org/2001/XMLSchema#boolean' } }
    const document = {
      ...credential,
      '@context': [...credential['@context'], context],
      credentialSubject: { id: 'did:example:learner', flag: true, flagText: 'true' },
    }
    const error = await createProof(document).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'ERR_UNSIGNABLE_DOCUMENT', problems: [{ code: 'duplicate-statement' }] })
  })

  it.each<[string, Partial<Signer>, string]>([
    ['for another algorithm', { algorithm: 'ES256' }, 'ERR_ALGORITHM_MISMATCH'],
    ['of short messages', { maxMessageBytes: 63 }, 'ERR_MESSAGE_TOO_LONG'],
    ['of DER signatures', { sign: () => new Uint8Array(70) }, 'ERR_SIGNATURE_MALFORMED'],
    ['of text', { sign: () => 'a'.repeat(64) as unknown as Uint8Array }, 'ERR_SIGNATURE_MALFORMED'],
    ['without a URL', { verificationMethod: 'key-1' }, 'ERR_UNSIGNABLE_DOCUMENT'],
  ])('refuses a signer %s', async (_what, changes, code) => {
    await expect(createProof(credential, { ...signer, ...changes })).rejects.toMatchObject({ code })
  })

  it('accepts a signer that takes just 64 bytes, and returns its signature at once', async () => {
    let length = 0
    const sign = (data: Uint8Array): Uint8Array => {
      length = data.length
      return new Uint8Array(64)
    }
    const made = await createProof(credential, { ...signer, maxMessageBytes: 64, sign })
    expect(length).toBe(64)
    expect(made.proofValue).toBe(`z${'1'.repeat(64)}`)
  })

  it('passes on what the signer throws', async () => {
    const failing = { ...signer, sign: async () => Promise.reject(new Error('token removed')) }
    await expect(createProof(credential, failing)).rejects.toThrow('token removed')
  })

  it('refuses a date that is none', async () => {
    const options = { signer, created: 'today', proofPurpose, contexts }
    await expect(eddsaRdfc2022.createProof(credential, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})

describe('verifyProof', () => {
  it('finds nothing wrong with a good proof', async () => {
    expect(await verdict(proof)).toEqual([])
  })

  it('accepts a proof without created, and one that repeats contexts of the document', async () => {
    const document = { ...credential, '@context': [...credential['@context'], 'https://www.w3.org/ns/credentials/v2'] }
    const { created: _, proofValue: __, ...options } = proof
    const config = { ...options, '@context': credential['@context'] }
    const transformed = await transformRdfc(document, config, { contexts })
    if (!transformed.ok) throw new Error('not transformed')
    const proofValue = encodeBase58Multibase(await signer.sign(hashTransformation(transformed)))
    expect(await verdict({ ...config, proofValue }, document)).toEqual([])
    expect(await verdict({ ...config, '@context': credential['@context'][0], proofValue }, document)).toEqual([])
  })

  it.each<[string, JsonObject, string[]]>([
    ['another type', { type: 'Ed25519Signature2020' }, ['proof-malformed /proof/type']],
    ['another cryptosuite', { cryptosuite: 'eddsa-2022' }, ['cryptosuite-unsupported /proof/cryptosuite']],
    ['another purpose', { proofPurpose: 'authentication' }, ['proof-purpose /proof/proofPurpose']],
    ['no purpose', { proofPurpose: undefined }, ['proof-purpose /proof/proofPurpose']],
    ['a date that is none', { created: 'today' }, ['proof-malformed /proof/created']],
    ['a key that is no text', { verificationMethod: {} }, ['proof-malformed /proof/verificationMethod']],
    ['no proofValue', { proofValue: undefined }, ['proof-malformed /proof/proofValue']],
    [
      'a short proofValue',
      { proofValue: encodeBase58Multibase(new Uint8Array(63)) },
      ['proof-malformed /proof/proofValue'],
    ],
    [
      'a long proofValue',
      { proofValue: encodeBase58Multibase(new Uint8Array(65)) },
      ['proof-malformed /proof/proofValue'],
    ],
    ['a proofValue in base64url', { proofValue: `u${'A'.repeat(86)}` }, ['proof-malformed /proof/proofValue']],
    ['a hostile proofValue', { proofValue: `z${'z'.repeat(1e6)}` }, ['proof-malformed /proof/proofValue']],
    ['contexts of its own', { '@context': ['https://uni.example/c'] }, ['proof-malformed /proof/@context']],
    [
      'more contexts than the document',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'x'] },
      ['proof-malformed /proof/@context'],
    ],
    ['an undefined member', { note: 'unsigned' }, ['term-undefined /proof/note']],
    ['another date', { created: '2026-06-01T12:00:01Z' }, ['signature-invalid /proof']],
    ['another key', { verificationMethod: 'did:example:other#1' }, ['signature-invalid /proof']],
    ['no date', { created: undefined }, ['signature-invalid /proof']],
    ['an id', { id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc34' }, ['signature-invalid /proof']],
    [
      'everything wrong',
      { type: 1, cryptosuite: 2, proofPurpose: 3, proofValue: 4 },
      [
        'proof-malformed /proof/type',
        'cryptosuite-unsupported /proof/cryptosuite',
        'proof-purpose /proof/proofPurpose',
        'proof-malformed /proof/proofValue',
      ],
    ],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(await verdict(JSON.parse(JSON.stringify({ ...proof, ...changes })) as JsonObject)).toEqual(expected)
  })

  it.each<[string, object, string]>([
    ['changed', { ...credential, validFrom: '2026-01-01T00:00:01Z' }, 'signature-invalid /proof'],
    ['shortened', { ...credential, id: undefined }, 'signature-invalid /proof'],
    ['with an undefined term', { ...credential, grade: 'A' }, 'term-undefined /grade'],
    [
      'under an unknown context',
      { ...credential, '@context': ['https://uni.example/c'] },
      'context-unknown /@context/0',
    ],
  ])('refuses a document that is %s', async (_what, document, expected) => {
    expect(await verdict(proof, JSON.parse(JSON.stringify(document)) as object)).toEqual([expected])
  })

  it('refuses another key, and a key for another algorithm', async () => {
    const other = encodeMultikey('EdDSA', new Uint8Array(32).fill(1)) as PublicKey
    expect(await verdict(proof, credential, { publicKey: other })).toEqual(['signature-invalid /proof'])
    const p256 = encodeMultikey('ES256', Uint8Array.of(2, ...new Uint8Array(32))) as PublicKey
    expect(await verdict(proof, credential, { publicKey: p256 })).toEqual(['key-algorithm /proof/verificationMethod'])
  })

  it('points to where the proof stands', async () => {
    const pointer = '/proof/3'
    expect(await verdict({ ...proof, type: 1 }, credential, { pointer })).toEqual(['proof-malformed /proof/3/type'])
    expect(await verdict({ ...proof, note: 1 }, credential, { pointer })).toEqual(['term-undefined /proof/3/note'])
    expect(await verdict(proof, { ...credential, issuer: 'urn:x:1' }, { pointer })).toEqual([
      'signature-invalid /proof/3',
    ])
  })

  it('checks the purpose that it is told', async () => {
    const options = { signer, created, proofPurpose: 'authentication', contexts }
    const forPresenting = await eddsaRdfc2022.createProof(credential, options)
    expect(await verdict(forPresenting, credential, { proofPurpose: 'authentication' })).toEqual([])
    expect(await verdict(proof, credential, { proofPurpose: 'authentication' })).toEqual([
      'proof-purpose /proof/proofPurpose',
    ])
  })

  it('throws for a public key that the caller made up', async () => {
    const made = { algorithm: 'EdDSA', publicKeyMultibase: 'z6Mk' } as const
    await expect(verdict(proof, credential, { publicKey: made })).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' })
  })
})
