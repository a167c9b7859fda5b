import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { encodeBase58Multibase, encodeMultikey } from '../keys/multikey.js'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { ed25519Signature2020 } from './ed25519-signature-2020.js'
import type { SecurableDocument, VerifyProofOptions } from './interface.js'
import { transformRdfc } from './rdfc-transformation.js'
import { hashTransformation } from './transformation.js'

const contexts = contextSource()
const jwk = await privateJwkFrom(new Uint8Array(32).fill(3))
const signer = await signerFromJwk(jwk)
const { publicKey } = await keyPairFromJwk(jwk)

const credential = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/suites/ed25519-2020/v1'],
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:learner' },
}

async function sign(members: JsonObject = {}, document: JsonObject = credential): Promise<JsonObject> {
  const config = {
    type: 'Ed25519Signature2020',
    created: '2026-06-01T12:00:00Z',
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...members,
  }
  const transformed = await transformRdfc(document, config, { contexts })
  if (!transformed.ok) throw new Error(JSON.stringify(transformed.problems))
  return { ...config, proofValue: encodeBase58Multibase(await signer.sign(hashTransformation(transformed))) }
}
async function verdict(
  proof: JsonObject,
  document: object = credential,
  options: Partial<VerifyProofOptions> = {},
): Promise<string[]> {
  const by = { publicKey, contexts, ...options }
  const problems = await ed25519Signature2020.verifyProof(document as SecurableDocument, proof, by)
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}
const proof = await sign()

describe('Ed25519Signature2020', () => {
  it('is verified', async () => {
    expect(await verdict(proof)).toEqual([])
    expect(await verdict(await sign({ challenge: 'c', domain: 'd', proofPurpose: 'authentication' }))).toEqual([
      'proof-purpose /proof/proofPurpose',
    ])
  })

  it('is not made', async () => {
    const options = { signer, created: '2026-06-01T12:00:00Z', proofPurpose: 'assertionMethod', contexts }
    await expect(ed25519Signature2020.createProof(credential, options)).rejects.toMatchObject({
      code: 'ERR_CRYPTOSUITE_UNSUPPORTED',
    })
  })

  it.each<[string, JsonObject, string[]]>([
    ['another date', { created: '2026-06-01T12:00:01Z' }, ['signature-invalid /proof']],
    ['another type', { type: 'DataIntegrityProof' }, ['proof-malformed /proof/type']],
    ['a cryptosuite', { cryptosuite: 'eddsa-rdfc-2022' }, ['cryptosuite-unsupported /proof/cryptosuite']],
    ['a jws instead of a proofValue', { proofValue: undefined, jws: 'a..b' }, ['proof-malformed /proof/proofValue']],
    ['an undefined member', { note: 'unsigned' }, ['term-undefined /proof/note']],
    ['no purpose', { proofPurpose: undefined }, ['proof-purpose /proof/proofPurpose']],
  ])('is refused with %s', async (_what, members, expected) => {
    expect(await verdict(JSON.parse(JSON.stringify({ ...proof, ...members })) as JsonObject)).toEqual(expected)
  })

  it('is refused over another document, by another key, under contexts that do not know it', async () => {
    expect(await verdict(proof, { ...credential, issuer: 'urn:x:1' })).toEqual(['signature-invalid /proof'])
    const p256 = encodeMultikey('ES256', Uint8Array.of(2, ...new Uint8Array(32).fill(1)))
    if (p256 === undefined) throw new Error('no key')
    expect(await verdict(proof, credential, { publicKey: p256 })).toEqual(['key-algorithm /proof/verificationMethod'])
    const [v1] = credential['@context']
    expect((await verdict(proof, { ...credential, '@context': [v1] })).join()).toMatch(/ \/proof\//)
  })
})
