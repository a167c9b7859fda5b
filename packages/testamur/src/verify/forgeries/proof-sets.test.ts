import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'

let university: TestIssuer
let notary: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  notary = await testIssuer()
})

const firstId = 'urn:uuid:0b8a8f52-6fb1-4ed4-a2d9-000000000001'
const proofsOf = (document: JsonObject): JsonObject[] => document['proof'] as JsonObject[]
const badge = (): Promise<JsonObject> => signed(course(university.id, 1), university)
/** The university's proof, and another beside it. */
const set = async (by: TestIssuer = university): Promise<JsonObject> => withProofBy(by.signer, await badge())
/** A proof that the other one builds on. */
const chain = async (by: TestIssuer = university): Promise<JsonObject> => {
  const first = await withProofBy(university.signer, course(university.id, 1), { id: firstId })
  return withProofBy(by.signer, first, { previousProof: firstId })
}

describe('a set of proofs', () => {
  it('is good when each of them is', async () => {
    expect(await verdictOn(await set())).toEqual(['verified'])
  })

  it('is refused when one is broken, wherever it stands', async () => {
    const honest = await set()
    for (const index of [0, 1]) {
      const proof = proofsOf(honest).map((each, at) =>
        at === index ? { ...each, created: '2020-01-01T00:00:00Z' } : each,
      )
      expect(await verdictOn({ ...honest, proof })).toEqual([
        'rejected',
        `proof failed: signature-invalid /proof/${index}`,
      ])
    }
  })

  it('needs one of the issuer: somebody else’s alone is refused', async () => {
    const both = await set(notary)
    expect(await warningsOn(both)).toEqual(['verified', 'key-not-issuers /proof/1/verificationMethod'])
    const [, theirs] = proofsOf(both)
    expect(await verdictOn({ ...both, proof: [theirs as JsonObject] })).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers /proof/0/verificationMethod',
      'issuer failed: key-not-issuers /proof/0/verificationMethod',
    ])
  })

  it('may lose one that nothing builds on: the issuer’s word still stands, and nobody else’s', async () => {
    const both = await set(notary)
    const [ours] = proofsOf(both)
    expect(await warningsOn({ ...both, proof: ours as JsonObject })).toEqual(['verified'])
  })

  it('cannot hide that none of its proofs is of a known kind', async () => {
    const honest = await badge()
    const proof = { ...(honest['proof'] as JsonObject), cryptosuite: 'trust-me-2026' }
    expect(await verdictOn({ ...honest, proof: [proof, proof] })).toEqual([
      'rejected',
      'proof failed: proof-unsupported /proof/0/cryptosuite',
      'issuer undetermined',
    ])
  })

  it('cannot hide a broken proof behind an unknown one', async () => {
    const honest = await badge()
    const own = honest['proof'] as JsonObject
    const broken = { ...own, created: '2020-01-01T00:00:00Z' }
    const unknown = { ...own, cryptosuite: 'trust-me-2026' }
    expect((await verdictOn({ ...honest, proof: [unknown, broken] }))[1]).toBe(
      'proof failed: signature-invalid /proof/1',
    )
  })

  it('cannot be a crowd that takes for ever', async () => {
    const honest = await badge()
    const own = honest['proof'] as JsonObject
    const crowd = { ...honest, proof: Array.from({ length: 9 }, () => own) }
    const verdict = await verdictOn(crowd)
    expect(verdict[0]).not.toBe('verified')
    expect(verdict[1]).toBe('proof undetermined: limit-exceeded /proof')
  })

  it('cannot be no objects', async () => {
    const honest = await badge()
    expect(await verdictOn({ ...honest, proof: [honest['proof'] as JsonObject, 'proof'] })).toContain(
      'proof failed: proof-malformed /proof/1',
    )
    expect(await verdictOn({ ...honest, proof: [] })).toContain('proof failed: proof-missing ')
    expect(await verdictOn({ ...honest, proof: null })).toContain('proof failed: proof-missing ')
  })
})

describe('a chain of proofs', () => {
  it('is good as a whole', async () => {
    expect(await verdictOn(await chain())).toEqual(['verified'])
  })

  it('cannot be truncated: what a proof builds on must be there', async () => {
    const whole = await chain()
    const [first, second] = proofsOf(whole)
    expect(await verdictOn({ ...whole, proof: [second as JsonObject] })).toEqual([
      'rejected',
      'proof failed: previous-proof-missing /proof/0/previousProof',
    ])
    expect(await verdictOn({ ...whole, proof: [first as JsonObject] })).toEqual(['verified'])
  })

  it('cannot have its links exchanged', async () => {
    const whole = await chain()
    const [first, second] = proofsOf(whole)
    const { previousProof: _, ...unchained } = second as JsonObject
    expect((await verdictOn({ ...whole, proof: [first as JsonObject, unchained] }))[1]).toBe(
      'proof failed: signature-invalid /proof/1',
    )
    const other = await withProofBy(university.signer, course(university.id, 1), {
      id: firstId,
      created: new Date('2026-05-30T00:00:00Z'),
    })
    const exchanged = [other['proof'] as JsonObject, second as JsonObject]
    expect((await verdictOn({ ...whole, proof: exchanged }))[1]).toBe('proof failed: signature-invalid /proof/1')
  })

  it('cannot run in a circle', async () => {
    const whole = await chain()
    const [first, second] = proofsOf(whole)
    const circle = [
      { ...first, previousProof: 'urn:x' },
      { ...second, id: 'urn:x' },
    ]
    expect((await verdictOn({ ...whole, proof: circle }))[0]).toBe('rejected')
  })
})
