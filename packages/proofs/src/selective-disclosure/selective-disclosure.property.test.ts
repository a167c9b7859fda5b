import { p256 } from '@noble/curves/nist.js'
import { childPointer, type JsonObject, type JsonValue, type VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeMultikey } from '../keys/multikey.js'
import { addBaseProof, deriveCredential, verifyDerivedProof } from './index.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)
const contexts = contextSource()
const { secretKey, publicKey } = p256.keygen()
const signer = {
  verificationMethod: 'https://uni.example/keys#1',
  algorithm: 'ES256',
  sign: (data: Uint8Array) => p256.sign(data, secretKey),
} as const
const { publicKeyMultibase = '' } = encodeMultikey('ES256', publicKey) ?? {}
const key = { cryptosuite: 'ecdsa-sd-2023', publicKeyMultibase, contexts } as const

// Few texts, so that there are objects that look alike.
const text = fc.constantFrom('A', 'B', 'Ω "quoted"\n', '')
const result = fc.record({ value: text, status: fc.constant('Completed') }, { requiredKeys: [] })
const evidence = fc.record({ id: fc.constantFrom('urn:x:1', 'urn:x:2'), narrative: text }, { requiredKeys: [] })
const typed = (type: string) => (members: object) => ({ type: [type], ...members })
const credentials = fc.record({
  subject: fc.record({ id: fc.constant('did:example:learner') }, { requiredKeys: [] }),
  results: fc.array(result.map(typed('Result')), { maxLength: 4 }),
  evidence: fc.array(evidence.map(typed('Evidence')), { maxLength: 3 }),
})

const credentialOf = ({ subject, results, evidence }: { subject: object; results: object[]; evidence: object[] }) =>
  ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: 'https://uni.example', type: ['Profile'] },
    name: 'Statics',
    evidence,
    credentialSubject: { ...subject, type: ['AchievementSubject'], result: results },
  }) as unknown as VerifiableCredential & JsonObject

/** Every place in a value, but not in contexts. */
function pointersOf(value: JsonValue | undefined, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  const members = Object.entries(value).filter(([member]) => member !== '@context' && member !== 'proof')
  return [pointer, ...members.flatMap(([member, child]) => pointersOf(child, childPointer(pointer, member)))]
}

function changeAt(value: JsonValue, [member, ...deeper]: readonly string[]): JsonValue {
  if (typeof value !== 'object' || value === null || member === undefined) return `${String(value)}x`
  const entries = Object.entries(value).map(([name, child]) => [
    name,
    name === member && child !== undefined ? changeAt(child, deeper) : child,
  ])
  return Array.isArray(value) ? entries.map(([, child]) => child as JsonValue) : Object.fromEntries(entries)
}

const isLeaf = (document: JsonObject, pointer: string): boolean =>
  !pointersOf(document, '').some((other) => other.startsWith(`${pointer}/`)) && /[^/]$/.test(pointer)

describe('ecdsa-sd-2023', () => {
  it('verifies whatever part is derived, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, fc.array(fc.nat(), { maxLength: 4 }), fc.nat(), async (made, picks, place) => {
        const credential = credentialOf(made)
        const all = pointersOf(credential, '').slice(1)
        const selectivePointers = picks.map((pick) => all[pick % all.length] ?? '')
        const signed = await addBaseProof(credential, { signer, contexts })
        const { proof, ...document } = await deriveCredential(signed as unknown as VerifiableCredential, {
          selectivePointers,
          contexts,
        })
        expect(await verifyDerivedProof(document, proof, key)).toEqual([])

        const leaves = pointersOf(document, '').filter((pointer) => isLeaf(document, pointer))
        const leaf = leaves[place % leaves.length] ?? ''
        const empty = ['evidence', 'credentialSubject/result'].some((list) => leaf === `/${list}`)
        const changed = changeAt(document, leaf.split('/').slice(1)) as JsonObject
        if (!empty) expect(await verifyDerivedProof(changed, proof, key), leaf).not.toEqual([])
      }),
      { numRuns },
    )
  })
})
