// What the packages of the cryptosuites would take for good: proof values that tell one thing twice.
import { p256 } from '@noble/curves/nist.js'
import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { base64url } from 'multiformats/bases/base64'
import { describe, expect, it } from 'vitest'
import { canonicalizeByReference } from '../canonicalize/reference.js'
import { encodeMultikey } from '../keys/multikey.js'
import { type CborValue, decodeCbor, encodeCbor } from './cbor.js'
import {
  addBaseProof,
  bbsSigner,
  deriveCredential,
  generateBbsKey,
  type SelectiveDisclosureCryptosuiteId,
  verifyDerivedProof,
} from './index.js'

const contexts = contextSource()
const { secretKey, publicKey } = p256.keygen()
const ecdsaKey = encodeMultikey('ES256', publicKey)?.publicKeyMultibase ?? ''
const ecdsaSigner = {
  verificationMethod: 'https://uni.example/keys#1',
  algorithm: 'ES256',
  sign: (data: Uint8Array) => p256.sign(data, secretKey),
} as const

const decodeItems = ({ proofValue }: JsonObject): CborValue[] =>
  decodeCbor(base64url.decode(String(proofValue)).subarray(3)) as CborValue[]

const encodeItems = (items: readonly CborValue[], kind: 1 | 3): string =>
  base64url.encode(Uint8Array.of(0xd9, 0x5d, kind, ...encodeCbor(items)))

async function lines(document: JsonObject): Promise<string[]> {
  const canonical = await canonicalizeByReference(document, { contexts })
  return canonical.ok ? canonical.nquads.split('\n').slice(0, -1) : []
}

const codes = async (
  document: JsonObject,
  proof: JsonObject,
  options: { cryptosuite: SelectiveDisclosureCryptosuiteId; publicKeyMultibase: string },
): Promise<string[]> => (await verifyDerivedProof(document, proof, { ...options, contexts })).map(({ code }) => code)

describe('bbs-2023', () => {
  it('checks each statement, also when two claim the position of one', async () => {
    const signer = await bbsSigner(await generateBbsKey())
    const key = { cryptosuite: 'bbs-2023', publicKeyMultibase: signer.publicKeyMultibase } as const
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential'],
      issuer: 'https://uni.example/issuer',
      name: 'Attended',
    }
    const signed = await addBaseProof(credential, { signer, contexts })
    const { proof, ...honest } = await deriveCredential(signed, { selectivePointers: ['/name'], contexts })
    const [bbsProof, labelMap, , selectiveIndexes, header] = decodeItems(proof) as [
      Uint8Array,
      Map<number, number>,
      number[],
      number[],
      Uint8Array,
    ]
    expect(selectiveIndexes).toHaveLength(1)

    // The forged statement comes before the signed one, which then takes the place that both claim.
    const forged = { ...honest, description: 'With honours' } as JsonObject
    const [before, after] = [await lines(honest), await lines(forged)]
    const isNamed = (line: string): boolean => /name> "Attended"|description> "With honours"/.test(line)
    expect(after.filter(isNamed)).toHaveLength(before.filter(isNamed).length + 1)
    expect(after.findIndex((line) => line.includes('honours'))).toBeLessThan(
      after.findIndex((line) => line.includes('Attended')),
    )
    const mandatory = [...after.keys()].filter((at) => !isNamed(after[at] ?? ''))
    const [position = 0] = selectiveIndexes
    for (const positions of [
      [position, position],
      [position, position - 1],
      [2 ** 16 - 1, position],
    ]) {
      const items = [bbsProof, labelMap, mandatory, positions, header]
      expect(await codes(forged, { ...proof, proofValue: encodeItems(items, 3) }, key)).toEqual(['proof-malformed'])
    }

    // The same way of writing a proof value, without the forgery, is a good one.
    const again = encodeItems(decodeItems(proof), 3)
    expect(await codes(honest, { ...proof, proofValue: again }, key)).toEqual([])
  })
})

describe('ecdsa-sd-2023', () => {
  it('does not let one signed object stand twice', async () => {
    const key = { cryptosuite: 'ecdsa-sd-2023', publicKeyMultibase: ecdsaKey } as const
    const result = { type: ['Result'], value: '3' }
    const credential = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential'],
      issuer: 'https://uni.example/issuer',
      credentialSubject: { id: 'did:example:learner', type: ['AchievementSubject'], result: [result] },
    }
    const signed = await addBaseProof(credential, { signer: ecdsaSigner, contexts })
    const selectivePointers = ['/credentialSubject/result']
    const { proof, ...honest } = await deriveCredential(signed, { selectivePointers, contexts })
    const [base, proofKey, signatures, labelMap, mandatoryIndexes] = decodeItems(proof) as [
      Uint8Array,
      Uint8Array,
      Uint8Array[],
      Map<number, Uint8Array>,
      number[],
    ]
    const label = labelMap.get(0) ?? new Uint8Array()
    const labelled = async (document: JsonObject): Promise<string[]> =>
      (await lines(document)).map((line) => line.replaceAll(/_:c14n\d/g, `_:${base64url.encode(label)}`)).sort()

    // Every line of the forgery is a line that was signed, and comes with its signature.
    const disclosed = (await labelled(honest)).filter((_, at) => !mandatoryIndexes.includes(at))
    const signatureOf = new Map(disclosed.map((line, at) => [line, signatures[at] ?? new Uint8Array()]))
    const forge = async (results: object[], labels: ReadonlyMap<number, Uint8Array>): Promise<string[]> => {
      const document = { ...honest, credentialSubject: { ...credential.credentialSubject, result: results } }
      const all = await labelled(document as unknown as JsonObject)
      const mandatory = [...all.keys()].filter((at) => !signatureOf.has(all[at] ?? ''))
      const copied = all.flatMap((line) => signatureOf.get(line) ?? [])
      const items = [base, proofKey, copied, labels, mandatory]
      return codes(document as unknown as JsonObject, { ...proof, proofValue: encodeItems(items, 1) }, key)
    }
    const twice = new Map([[0, label], [1, label]]) // biome-ignore format: pairs
    expect(await forge([result], labelMap)).toEqual([])
    expect(await forge([result, result], twice)).toEqual(['proof-malformed'])
  })
})
