import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import type { PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'
import { decodeBase58Multibase, encodeBase58Multibase } from '../keys/multikey.js'
import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '../keys/private-key.js'
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.js'
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.js'
import { eddsa2022 } from './eddsa-2022.js'
import { eddsaJcs2022 } from './eddsa-jcs-2022.js'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
import type { Cryptosuite, SecurableDocument, VerifyProofOptions } from './interface.js'
import { transformJcs } from './jcs-transformation.js'
import { transformRdfc } from './rdfc-transformation.js'
import { hashTransformation } from './transformation.js'

const contexts = contextSource()
const created = '2026-06-01T12:00:00Z'
const proofPurpose = 'assertionMethod'

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  name: 'Bachelor of Science',
  credentialSubject: [{ id: 'did:example:learner' }, { name: 'no id' }],
}

async function party(algorithm: SignatureAlgorithm): Promise<{ signer: Signer; publicKey: PublicKey }> {
  const jwk = await generatePrivateJwk({ algorithm })
  return { signer: await signerFromJwk(jwk), publicKey: (await keyPairFromJwk(jwk)).publicKey }
}
const algorithms = ['EdDSA', 'ES256', 'ES384'] as const
const parties = new Map(await Promise.all(algorithms.map(async (name) => [name, await party(name)] as const)))
const others = new Map(await Promise.all(algorithms.map(async (name) => [name, await party(name)] as const)))
const partyOf = (algorithm: SignatureAlgorithm, all = parties): { signer: Signer; publicKey: PublicKey } => {
  const found = all.get(algorithm as 'EdDSA')
  if (found === undefined) throw new Error(`no key for ${algorithm}`)
  return found
}

const rows: [Cryptosuite, SignatureAlgorithm, 'SHA-256' | 'SHA-384'][] = [
  [eddsaRdfc2022, 'EdDSA', 'SHA-256'],
  [eddsa2022, 'EdDSA', 'SHA-256'],
  [eddsaJcs2022, 'EdDSA', 'SHA-256'],
  [ecdsaRdfc2019, 'ES256', 'SHA-256'],
  [ecdsaRdfc2019, 'ES384', 'SHA-384'],
  [ecdsaJcs2019, 'ES256', 'SHA-256'],
  [ecdsaJcs2019, 'ES384', 'SHA-384'],
]

describe.each(rows.map(([suite, algorithm, hash]) => ({ suite, id: suite.id, algorithm, hash })))(
  '$id with $algorithm',
  ({ suite, algorithm, hash }) => {
    const isJcs = suite.id.includes('jcs')
    const signatureBytes = algorithm === 'ES384' ? 96 : 64
    const { signer, publicKey } = partyOf(algorithm)
    const createProof = (document: SecurableDocument = credential, by: Signer = signer): Promise<JsonObject> =>
      suite.createProof(document, { signer: by, created, proofPurpose, contexts })
    const verdict = async (
      proof: JsonObject,
      document: object = credential,
      options: Partial<VerifyProofOptions> = {},
    ): Promise<string[]> => {
      const by = { publicKey, contexts, ...options }
      const problems = await suite.verifyProof(document as SecurableDocument, proof, by)
      return problems.map(({ code, pointer }) => `${code} ${pointer}`)
    }

    it('signs under its own name what it then verifies', async () => {
      const proof = await createProof()
      const { proofValue, ...options } = proof
      expect(options).toEqual({
        type: 'DataIntegrityProof',
        cryptosuite: suite.id,
        created,
        verificationMethod: signer.verificationMethod,
        proofPurpose,
        ...(isJcs && { '@context': credential['@context'] }),
      })
      expect(decodeBase58Multibase(String(proofValue))).toHaveLength(signatureBytes)
      expect(await verdict(proof)).toEqual([])
    })

    it('hashes with the function that goes with the key', async () => {
      const signed: Uint8Array[] = []
      const sign = (data: Uint8Array): Uint8Array => {
        signed.push(data)
        return new Uint8Array(signatureBytes)
      }
      const { proofValue: _, ...options } = await createProof(credential, { ...signer, sign })
      const transformed = isJcs
        ? transformJcs(credential, options)
        : await transformRdfc(credential, options, { contexts, hash })
      if (!transformed.ok) throw new Error('not transformed')
      expect(signed).toEqual([hashTransformation(transformed, { hash })])
      expect(signed[0]).toHaveLength(hash === 'SHA-384' ? 96 : 64)
    })

    it('refuses what was changed in document or proof', async () => {
      const proof = await createProof()
      expect(await verdict(proof, { ...credential, name: 'Master of Science' })).toEqual(['signature-invalid /proof'])
      expect(await verdict({ ...proof, created: '2026-06-01T12:00:01Z' })).toEqual(['signature-invalid /proof'])
      const bytes = decodeBase58Multibase(String(proof.proofValue)) as Uint8Array
      bytes[5] = (bytes[5] ?? 0) ^ 1
      expect(await verdict({ ...proof, proofValue: encodeBase58Multibase(bytes) })).toEqual([
        'signature-invalid /proof',
      ])
    })

    it('refuses other keys, and keys for other algorithms', async () => {
      const proof = await createProof()
      const other = partyOf(algorithm, others)
      expect(await verdict(proof, credential, other)).toEqual(['signature-invalid /proof'])
      const foreign = algorithm === 'EdDSA' ? 'ES256' : 'EdDSA'
      const options = { publicKey: partyOf(foreign).publicKey, pointer: '/proof/2' }
      expect(await verdict(proof, credential, options)).toEqual(['key-algorithm /proof/2/verificationMethod'])
      await expect(createProof(credential, partyOf(foreign).signer)).rejects.toMatchObject({
        code: 'ERR_ALGORITHM_MISMATCH',
      })
    })

    it.each([0, 63, 65, 95, 97, 70])('refuses a proofValue of %i bytes', async (length) => {
      const proof = { ...(await createProof()), proofValue: encodeBase58Multibase(new Uint8Array(length)) }
      expect(await verdict(proof)).toEqual(['proof-malformed /proof/proofValue'])
    })

    it('takes no proof of another suite for its own', async () => {
      const proof = await createProof()
      for (const [other] of rows.filter(([other]) => other !== suite && other.algorithms.includes(algorithm))) {
        const renamed = { ...proof, cryptosuite: other.id }
        const problems = await other.verifyProof(credential, renamed, { publicKey, contexts })
        expect(problems.map(({ code }) => code)).toEqual(['signature-invalid'])
        expect(await verdict(renamed)).toEqual(['cryptosuite-unsupported /proof/cryptosuite'])
      }
    })

    it('signs further members of the proof', async () => {
      const members = { id: 'urn:uuid:00000000-0000-4000-8000-000000000001', challenge: 'c', domain: ['a', 'b'] }
      const options = { signer, created, proofPurpose, contexts, members }
      const proof = await suite.createProof(credential, options)
      expect(proof).toMatchObject(members)
      expect(await verdict(proof)).toEqual([])
      expect(await verdict({ ...proof, challenge: 'd' })).toEqual(['signature-invalid /proof'])
    })

    it('asks no more of a signer than that it sign these bytes', async () => {
      const length = hash === 'SHA-384' ? 96 : 64
      const proof = await createProof(credential, { ...signer, maxMessageBytes: length })
      expect(await verdict(proof)).toEqual([])
      const short = { ...signer, maxMessageBytes: length - 1 }
      await expect(createProof(credential, short)).rejects.toMatchObject({ code: 'ERR_MESSAGE_TOO_LONG' })
      const der = { ...signer, sign: () => new Uint8Array(signatureBytes + 6) }
      await expect(createProof(credential, der)).rejects.toMatchObject({ code: 'ERR_SIGNATURE_MALFORMED' })
    })
  },
)

describe('ecdsa-rdfc-2019', () => {
  it('does not take the proof of a P-384 key for one that was hashed with SHA-256', async () => {
    const { signer, publicKey } = partyOf('ES384')
    const options = { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019', proofPurpose }
    const config = { ...options, created, verificationMethod: signer.verificationMethod }
    const transformed = await transformRdfc(credential, config, { contexts, hash: 'SHA-256' })
    if (!transformed.ok) throw new Error('not transformed')
    const proofValue = encodeBase58Multibase(await signer.sign(hashTransformation(transformed)))
    const problems = await ecdsaRdfc2019.verifyProof(credential, { ...config, proofValue }, { publicKey, contexts })
    expect(problems.map(({ code }) => code)).toEqual(['signature-invalid'])
  })
})
