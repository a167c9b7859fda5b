import { createHash } from 'node:crypto'
import type { ContextSource, JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { addProof, verifyDataIntegrityProof } from '@testamur/proofs'
import { eddsaRdfc2022, hashRdfc, transformRdfc } from '@testamur/proofs/cryptosuites'
import {
  decodeBase58Multibase,
  encodeBase58Multibase,
  type PublicKey,
  privateJwkFrom,
  publicKeyFromMultikey,
  type Signer,
  signerFromJwk,
} from '@testamur/proofs/keys'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceJson, readReferenceText } from '../reference.js'

interface Entry {
  readonly file: string
  readonly expected: string
  readonly key: string
  readonly cryptosuite: string
}
interface KeyText {
  readonly publicKeyMultibase: string
  readonly privateKeyMultibase: string
}

const vectors = ['vectors', 'vc-di-eddsa'] as const
const read = <T = JsonObject>(file: string): T => readReferenceJson<T>(...vectors, ...file.split('/'))
const text = (file: string): string => readReferenceText(...vectors, ...file.split('/'))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const sha256 = (canonical: string): string => createHash('sha256').update(canonical).digest('hex')

describeWithReference('W3C vectors of VC Data Integrity EdDSA Cryptosuites 1.0, eddsa-rdfc-2022', () => {
  const examples = 'https://www.w3.org/ns/credentials/examples/v2'
  const contexts: ContextSource = contextSource({
    documents: { [examples]: readReferenceJson<object>('reference', 'contexts', 'w3c-credentials-examples-v2.jsonld') },
  })
  const entries = read<Entry[]>('index.json').filter(({ cryptosuite }) => cryptosuite === 'eddsa-rdfc-2022')

  const publicKeyOf = (key: KeyText): PublicKey => {
    const publicKey = publicKeyFromMultikey(key.publicKeyMultibase)
    if (publicKey === undefined) throw new Error(`${key.publicKeyMultibase} is no Multikey`)
    return publicKey
  }
  const signerOf = async (key: KeyText, verificationMethod: unknown): Promise<Signer> =>
    signerFromJwk(await privateJwkFrom(key.privateKeyMultibase), { verificationMethod: String(verificationMethod) })

  it('reproduces the alumni vector byte for byte: canonical texts, hashes, signature', async () => {
    const folder = 'eddsa-rdfc-2022-alumni'
    const unsigned = read(`${folder}/unsigned.json`)
    const proofConfig = read(`${folder}/proof-config.json`)
    const transformed = await transformRdfc(unsigned, proofConfig, { contexts })
    if (!transformed.ok) throw new Error(JSON.stringify(transformed.problems))
    expect(transformed.canonicalDocument).toBe(text(`${folder}/canonical-document.txt`))
    expect(transformed.canonicalProofConfig).toBe(text(`${folder}/canonical-proof-config.txt`))
    expect(sha256(transformed.canonicalDocument)).toBe(text(`${folder}/document-hash.hex`))
    expect(sha256(transformed.canonicalProofConfig)).toBe(text(`${folder}/proof-config-hash.hex`))
    const hashData = hashRdfc(transformed)
    expect(hex(hashData)).toBe(text(`${folder}/combined-hash.hex`))

    const signer = await signerOf(read<KeyText>(`${folder}/key.json`), proofConfig.verificationMethod)
    const signature = await signer.sign(hashData)
    expect(hex(signature)).toBe(text(`${folder}/signature.hex`))
    expect(encodeBase58Multibase(signature)).toBe(text(`${folder}/signature.multibase.txt`))
    expect(decodeBase58Multibase(text(`${folder}/signature.multibase.txt`))).toEqual(signature)
  })

  it('signs the alumni vector and the first of the proof sets as they are signed', async () => {
    const alumni = 'eddsa-rdfc-2022-alumni'
    const { proof } = read<{ proof: JsonObject }>(`${alumni}/signed.json`)
    const signed = await addProof(read(`${alumni}/unsigned.json`) as unknown as VerifiableCredential, {
      signer: await signerOf(read<KeyText>(`${alumni}/key.json`), proof.verificationMethod),
      created: new Date(String(proof.created)),
      contexts,
    })
    expect(signed).toEqual(read(`${alumni}/signed.json`))
  })

  it.each(['proof-set-1', 'proof-set-2', 'proof-chain-1'])('reproduces the proof that %s adds', async (folder) => {
    const added = read(`${folder}/signed-proof.json`) as { proof: JsonObject } & JsonObject
    const expected = Array.isArray(added.proof) ? (added.proof.at(-1) as JsonObject) : (added.proof ?? added)
    const config = read(`${folder}/proof-config.json`)
    // A proof in a chain covers the proofs before it, one in a set the document alone.
    const covered = read(folder === 'proof-chain-1' ? `${folder}/temp-document.json` : `${folder}/unsigned.json`)
    const keys = Object.values(read<Record<string, KeyText>>(`${folder}/keys.json`))
    const key = keys.find(({ publicKeyMultibase }) => String(config.verificationMethod).includes(publicKeyMultibase))
    if (key === undefined) throw new Error(`no key for ${String(config.verificationMethod)}`)
    const transformed = await transformRdfc(covered, config, { contexts })
    if (!transformed.ok) throw new Error(JSON.stringify(transformed.problems))
    const signature = await (await signerOf(key, config.verificationMethod)).sign(hashRdfc(transformed))
    expect(encodeBase58Multibase(signature)).toBe(expected.proofValue)
  })

  it('has four signed documents', () => {
    expect(entries.map(({ file, expected }) => `${file} ${expected}`)).toEqual([
      'eddsa-rdfc-2022-alumni/signed.json verifies',
      'proof-set-1/signed.json verifies',
      'proof-chain-1/signed.json verifies',
      'proof-set-2/signed.json verifies',
    ])
  })

  it.each(entries)('verifies every proof of $file, and none over a changed document', async ({ file, key }) => {
    const document = read(file)
    const keyTexts = file.startsWith('eddsa') ? [read<KeyText>(key)] : Object.values(read<Record<string, KeyText>>(key))
    const keys = new Map(keyTexts.map((keyText) => [keyText.publicKeyMultibase, publicKeyOf(keyText)]))
    const proofs = Array.isArray(document.proof) ? (document.proof as JsonObject[]) : [document.proof as JsonObject]
    const changed = { ...document, description: 'Another description' }
    for (const [index, proof] of proofs.entries()) {
      const publicKey = keys.get(String(proof.verificationMethod).split('#')[1] ?? '')
      if (publicKey === undefined) throw new Error(`no key for ${String(proof.verificationMethod)}`)
      const options = { publicKey, contexts, pointer: Array.isArray(document.proof) ? `/proof/${index}` : '/proof' }
      expect(await verifyDataIntegrityProof(document as unknown as VerifiableCredential, options)).toEqual([])
      const problems = await verifyDataIntegrityProof(changed as unknown as VerifiableCredential, options)
      expect(problems.map(({ code }) => code)).toEqual(['signature-invalid'])
    }
  })

  it('does not take the proof of a chain for one over the document alone', async () => {
    const { proof, ...unsecured } = read<{ proof: JsonObject[] } & JsonObject>('proof-chain-1/signed.json')
    const chained = proof[2] as JsonObject
    const { keyPair3 } = read<Record<string, KeyText>>('proof-chain-1/keys.json')
    const problems = await eddsaRdfc2022.verifyProof(unsecured as unknown as VerifiableCredential, chained, {
      publicKey: publicKeyOf(keyPair3 as KeyText),
      contexts,
    })
    expect(problems.map(({ code }) => code)).toEqual(['signature-invalid'])
  })
})
