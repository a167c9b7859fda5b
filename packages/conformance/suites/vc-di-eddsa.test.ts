import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { addProof } from '@testamur/proofs'
import { cryptosuiteOf, eddsaRdfc2022 } from '@testamur/proofs/cryptosuites'
import { privateJwkFrom, type Signer, signerFromJwk } from '@testamur/proofs/keys'
import { expect, it } from 'vitest'
import { describeWithReference } from '../reference.js'
import {
  expectedSteps,
  ownSteps,
  proofsOf,
  publicKeyOf,
  readVectorJson,
  type VectorKey,
  vectorContexts,
  verdictOf,
} from './cryptosuite-vectors.js'

interface Entry {
  readonly file: string
  readonly expected: string
  readonly key: string
  readonly cryptosuite: string
}
interface KeyText extends VectorKey {
  readonly privateKeyMultibase: string
}

describeWithReference('W3C vectors of VC Data Integrity EdDSA Cryptosuites 1.0', () => {
  const root = 'vc-di-eddsa'
  const contexts = vectorContexts()
  const entries = readVectorJson<Entry[]>(root, 'index.json')
  const read = <T = JsonObject>(file: string): T => readVectorJson<T>(root, ...file.split('/'))
  const signerOf = async (key: KeyText, verificationMethod: unknown): Promise<Signer> =>
    signerFromJwk(await privateJwkFrom(key.privateKeyMultibase), { verificationMethod: String(verificationMethod) })

  const alumni = ['eddsa-rdfc-2022-alumni', 'eddsa-jcs-2022-alumni', 'Ed25519Signature2020-alumni'] as const

  it.each(alumni)('takes the steps of %s byte for byte', async (folder) => {
    const { sign } = await signerOf(read<KeyText>(`${folder}/key.json`), 'urn:example:unused')
    expect(await ownSteps([root, folder], { hash: 'SHA-256', sign })).toEqual(expectedSteps(root, folder))
  })

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('signs the document of %s as it is signed', async (cryptosuite) => {
    const folder = `${cryptosuite}-alumni`
    const { proof } = read<{ proof: JsonObject }>(`${folder}/signed.json`)
    const signed = await addProof(read(`${folder}/unsigned.json`) as unknown as VerifiableCredential, {
      signer: await signerOf(read<KeyText>(`${folder}/key.json`), proof.verificationMethod),
      created: new Date(String(proof.created)),
      cryptosuite,
      contexts,
    })
    expect(signed).toEqual(read(`${folder}/signed.json`))
  })

  it.each(['proof-set-1', 'proof-set-2', 'proof-chain-1'])('adds the proof that %s adds', async (folder) => {
    const { proof: expected, ...unsigned } = read<{ proof: JsonObject[] } & JsonObject>(`${folder}/signed.json`)
    const keys = Object.values(read<Record<string, KeyText>>(`${folder}/keys.json`))
    // All proofs are made anew, one upon the other.
    let document = unsigned as unknown as VerifiableCredential
    for (const { verificationMethod, created, id, previousProof } of [expected].flat()) {
      const key = keys.find(({ publicKeyMultibase }) => String(verificationMethod).includes(publicKeyMultibase))
      if (key === undefined) throw new Error(`no key for ${String(verificationMethod)}`)
      document = await addProof(document, {
        signer: await signerOf(key, verificationMethod),
        created: new Date(String(created)),
        contexts,
        ...(id !== undefined && { id: String(id) }),
        ...(previousProof !== undefined && { previousProof: previousProof as string[] }),
      })
    }
    expect(document).toEqual({ ...unsigned, proof: expected })
    const added = read<{ proof?: JsonObject } & JsonObject>(`${folder}/signed-proof.json`)
    expect([expected].flat().at(-1)).toEqual([added.proof ?? added].flat().at(-1))
  })

  it('has six signed documents', () => {
    expect(entries.map(({ file, expected }) => `${file} ${expected}`)).toEqual([
      'eddsa-rdfc-2022-alumni/signed.json verifies',
      'eddsa-jcs-2022-alumni/signed.json verifies',
      'Ed25519Signature2020-alumni/signed.json verifies',
      'proof-set-1/signed.json verifies',
      'proof-chain-1/signed.json verifies',
      'proof-set-2/signed.json verifies',
    ])
  })

  it.each(entries)('verifies every proof of $file, and none over a changed document', async (entry) => {
    const document = read(entry.file)
    const key = read<KeyText | Record<string, KeyText>>(entry.key)
    const keys = 'publicKeyMultibase' in key ? [key as KeyText] : Object.values(key as Record<string, KeyText>)
    const changed = { ...document, description: 'Another description' }
    for (const { proof, pointer } of proofsOf(document)) {
      expect(cryptosuiteOf(proof)?.id).toBe(entry.cryptosuite)
      const named = keys.find(({ publicKeyMultibase }) => String(proof.verificationMethod).includes(publicKeyMultibase))
      if (named === undefined) throw new Error(`no key for ${String(proof.verificationMethod)}`)
      const options = { publicKey: publicKeyOf(named.publicKeyMultibase), contexts, pointer }
      expect(await verdictOf(document, options)).toEqual([])
      expect(await verdictOf(changed, options)).toEqual([`signature-invalid ${pointer}`])
    }
  })

  it('does not take the proof of a chain for one over the document alone', async () => {
    const { proof, ...unsecured } = read<{ proof: JsonObject[] } & JsonObject>('proof-chain-1/signed.json')
    const { keyPair3 } = read<Record<string, KeyText>>('proof-chain-1/keys.json')
    const problems = await eddsaRdfc2022.verifyProof(
      unsecured as unknown as VerifiableCredential,
      proof[2] as JsonObject,
      { publicKey: publicKeyOf(String(keyPair3?.publicKeyMultibase)), contexts },
    )
    expect(problems.map(({ code }) => code)).toEqual(['signature-invalid'])
  })
})
