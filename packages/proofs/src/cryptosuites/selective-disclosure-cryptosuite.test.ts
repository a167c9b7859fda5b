import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import type { Signer, VerificationKey } from '../keys/interface.js'
import { generatePrivateJwk, keyPairFromJwk, signerFromJwk } from '../keys/private-key.js'
import { addBaseProof, bbsSigner, deriveCredential, generateBbsKey } from '../selective-disclosure/index.js'
import { bbs2023 } from './bbs-2023.js'
import { ecdsaSd2023 } from './ecdsa-sd-2023.js'
import type { Cryptosuite, SecurableDocument, VerifyProofOptions } from './interface.js'

const contexts = contextSource()
const created = '2026-06-01T12:00:00Z'
const proofPurpose = 'assertionMethod'

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  name: 'Award',
  description: 'Withheld',
}

const p256 = await generatePrivateJwk({ algorithm: 'ES256' })
const ed25519 = await generatePrivateJwk()
const bbs = await bbsSigner(await generateBbsKey())
const es256 = { signer: await signerFromJwk(p256), ...(await keyPairFromJwk(p256)) }
const eddsa = { signer: await signerFromJwk(ed25519), ...(await keyPairFromJwk(ed25519)) }

/** What a holder shows of the credential. */
async function shown(by: Signer | typeof bbs): Promise<{ document: SecurableDocument; proof: JsonObject }> {
  const signed = await addBaseProof(credential, { signer: by, contexts })
  const { proof, ...document } = await deriveCredential(signed, { selectivePointers: ['/name'], contexts })
  return { document: document as unknown as SecurableDocument, proof: proof as JsonObject }
}

const rows: [Cryptosuite, Signer | typeof bbs, VerificationKey][] = [
  [ecdsaSd2023, es256.signer, es256.publicKey],
  [bbs2023, bbs, bbs],
]

describe.each(rows.map(([suite, by, publicKey]) => ({ id: suite.id, suite, by, publicKey })))(
  '$id',
  ({ suite, by, publicKey }) => {
    const verdict = async (
      document: SecurableDocument,
      proof: JsonObject,
      options: Partial<VerifyProofOptions> = {},
    ): Promise<string[]> => {
      const problems = await suite.verifyProof(document, proof, { publicKey, contexts, ...options })
      return problems.map(({ code, pointer }) => `${code} ${pointer}`)
    }

    it('verifies what a holder derived, and nothing else', async () => {
      const { document, proof } = await shown(by)
      expect(document).not.toHaveProperty('description')
      expect(await verdict(document, proof)).toEqual([])
      const renamed = { ...document, name: 'Higher award' } as SecurableDocument
      expect(await verdict(renamed, proof)).toEqual(['signature-invalid /proof'])
      expect(await verdict(document, { ...proof, proofPurpose: 'authentication' })).toEqual([
        'proof-purpose /proof/proofPurpose',
      ])
      expect(await verdict(document, { ...proof, cryptosuite: 'eddsa-rdfc-2022' })).toEqual([
        'cryptosuite-unsupported /proof/cryptosuite',
      ])
      expect(await verdict(document, proof, { publicKey: eddsa.publicKey, pointer: '/proof/1' })).toEqual([
        'key-algorithm /proof/1/verificationMethod',
      ])
    })

    it('is not signed by an EdDSA key', async () => {
      const options = { signer: eddsa.signer, created, proofPurpose, contexts }
      await expect(suite.createProof(credential, options)).rejects.toMatchObject({ code: 'ERR_ALGORITHM_MISMATCH' })
    })
  },
)

describe('ecdsa-sd-2023', () => {
  it('makes base proofs, from which holders derive', async () => {
    const options = { signer: es256.signer, created, proofPurpose, contexts }
    const proof = await ecdsaSd2023.createProof(credential, options)
    expect(proof).toMatchObject({ cryptosuite: 'ecdsa-sd-2023', created, proofPurpose })
    const derived = await deriveCredential({ ...credential, proof }, { selectivePointers: ['/name'], contexts })
    const { proof: derivedProof, ...document } = derived
    const by = { publicKey: es256.publicKey, contexts }
    expect(
      await ecdsaSd2023.verifyProof(document as unknown as SecurableDocument, derivedProof as JsonObject, by),
    ).toEqual([])
    const ofBase = await ecdsaSd2023.verifyProof(credential, proof, by)
    expect(ofBase.map(({ code }) => code)).toEqual(['proof-not-derived'])
  })

  it('has no place for a challenge', async () => {
    const options = { signer: es256.signer, created, proofPurpose, contexts, members: { challenge: 'c' } }
    await expect(ecdsaSd2023.createProof(credential, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})
