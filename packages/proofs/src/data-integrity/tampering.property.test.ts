import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { addProof } from './add-proof.js'
import { verifyDataIntegrityProof } from './verify-proof.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)
const contexts = contextSource()
const jwk = await privateJwkFrom(new Uint8Array(32).fill(1))
const { publicKey } = await keyPairFromJwk(jwk)
const signed = await addProof(
  {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential'],
    name: 'Bachelor of Science',
    issuer: { id: 'https://uni.example/issuers/1', name: 'Example University' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:learner' },
  },
  { signer: await signerFromJwk(jwk), contexts, created: new Date('2026-06-01T12:00:00Z') },
)

/** Every text in the document with its path. */
function* texts(value: unknown, path: string[] = []): Generator<{ path: string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value }
  else if (typeof value === 'object' && value !== null) {
    for (const [member, child] of Object.entries(value)) yield* texts(child, [...path, member])
  }
}

function changedAt(document: object, path: readonly string[], text: string): VerifiableCredential {
  const copy = structuredClone(document) as JsonObject
  let parent = copy
  for (const member of path.slice(0, -1)) parent = parent[member] as JsonObject
  parent[path.at(-1) ?? ''] = text
  return copy as unknown as VerifiableCredential
}

describe('a signed document', () => {
  it('verifies', async () => {
    expect(await verifyDataIntegrityProof(signed, { publicKey, contexts })).toEqual([])
  })

  it('is refused when any one character of it is changed', async () => {
    const place = fc.constantFrom(...texts(signed))
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        async ({ path, text }, at, character) => {
          const index = at % text.length
          fc.pre(text[index] !== character)
          const changed = text.slice(0, index) + character + text.slice(index + 1)
          const problems = await verifyDataIntegrityProof(changedAt(signed, path, changed), { publicKey, contexts })
          expect(problems.length).toBeGreaterThan(0)
        },
      ),
      { numRuns },
    )
  }, 600_000)

  it('is refused when any member of it or of its proof is left out', async () => {
    const members = [
      ...Object.keys(signed).map((member) => [member]),
      ...Object.keys(signed.proof).map((member) => ['proof', member]),
      ...['id', 'name'].map((member) => ['issuer', member]),
    ]
    for (const path of members) {
      const copy = structuredClone(signed) as unknown as JsonObject
      const parent = path.length === 1 ? copy : (copy[path[0] ?? ''] as JsonObject)
      delete parent[path.at(-1) ?? '']
      const problems = await verifyDataIntegrityProof(copy as unknown as VerifiableCredential, { publicKey, contexts })
      expect(problems, path.join('.')).not.toEqual([])
    }
  })
})
