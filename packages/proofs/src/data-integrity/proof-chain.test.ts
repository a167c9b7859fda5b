import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import type { PublicKey, Signer } from '../keys/interface.js'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { addProof } from './add-proof.js'
import type { AddProofOptions, VerifyDataIntegrityProofOptions } from './interface.js'
import { verifyDataIntegrityProof } from './verify-proof.js'

const contexts = contextSource()
const created = new Date('2026-06-01T12:00:00Z')

async function party(seed: number): Promise<{ signer: Signer; publicKey: PublicKey }> {
  const jwk = await privateJwkFrom(new Uint8Array(32).fill(seed))
  return { signer: await signerFromJwk(jwk), publicKey: (await keyPairFromJwk(jwk)).publicKey }
}
const alice = await party(1)
const bob = await party(2)

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'https://uni.example/issuers/1',
  credentialSubject: { id: 'did:example:learner' },
}

async function verdict(document: object, options: Partial<VerifyDataIntegrityProofOptions>): Promise<string[]> {
  const { publicKey } = alice
  const problems = await verifyDataIntegrityProof(document as VerifiableCredential, { publicKey, contexts, ...options })
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

const ids = [1, 2, 3].map((number) => `urn:uuid:00000000-0000-4000-8000-00000000000${number}`)
const [one, two, three] = ids as [string, string, string]
type Chain = { proof: JsonObject[] } & JsonObject

const add = async (document: object, by: Signer, options: Partial<AddProofOptions>): Promise<Chain> =>
  (await addProof(document as VerifiableCredential, { signer: by, contexts, created, ...options })) as unknown as Chain
const verdicts = async (document: JsonObject): Promise<string[][]> =>
  Promise.all(
    (document.proof as JsonObject[]).map(({ verificationMethod }, index) => {
      const { publicKey } = verificationMethod === bob.signer.verificationMethod ? bob : alice
      return verdict(document, { pointer: `/proof/${index}`, publicKey })
    }),
  )

const chainOf = async (cryptosuite: string): Promise<Chain> => {
  const first = await add(credential, alice.signer, { id: one, cryptosuite })
  const second = await add(first, bob.signer, { id: two, previousProof: one, cryptosuite })
  return add(second, alice.signer, { id: three, previousProof: [one, two], cryptosuite })
}
const chain = await chainOf('eddsa-rdfc-2022')
const [first, second, third] = chain.proof as [JsonObject, JsonObject, JsonObject]

describe('a proof chain', () => {
  it.each(['eddsa-rdfc-2022', 'eddsa-2022', 'eddsa-jcs-2022'])('of %s is good, from first to last', async (suite) => {
    const document = suite === 'eddsa-rdfc-2022' ? chain : await chainOf(suite)
    expect(document.proof.map(({ id, previousProof }) => [id, previousProof])).toEqual([
      [one, undefined],
      [two, one],
      [three, [one, two]],
    ])
    expect(await verdicts(document)).toEqual([[], [], []])
  })

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('of %s breaks when a proof it covers is changed', async (suite) => {
    const { proof, ...rest } = await chainOf(suite)
    const changed = { ...proof[0], created: '2026-06-01T12:00:01Z' }
    expect(await verdicts({ ...rest, proof: [changed, ...proof.slice(1)] })).toEqual([
      ['signature-invalid /proof/0'],
      ['signature-invalid /proof/1'],
      ['signature-invalid /proof/2'],
    ])
  })

  it('holds in whatever order its proofs stand', async () => {
    expect(await verdicts({ ...credential, proof: [third, first, second] })).toEqual([[], [], []])
  })

  it('breaks when the proofs it names are taken away', async () => {
    const missing = (index: number): string[] => [`previous-proof-missing /proof/${index}/previousProof`]
    expect(await verdicts({ ...credential, proof: [second, third] })).toEqual([missing(0), missing(1)])
    expect(await verdicts({ ...credential, proof: [third] })).toEqual([missing(0)])
    expect(await verdicts({ ...credential, proof: [first, third] })).toEqual([[], missing(1)])
    const alone = { publicKey: alice.publicKey }
    expect(await verdict({ ...credential, proof: third }, alone)).toEqual([
      'previous-proof-missing /proof/previousProof',
    ])
  })

  it('does not show that its last proof, or one of a set, was taken away', async () => {
    expect(await verdicts({ ...credential, proof: [first, second] })).toEqual([[], []])
    const set = await add(await add(credential, alice.signer, {}), bob.signer, {})
    expect(await verdicts({ ...credential, proof: set.proof.slice(1) })).toEqual([[]])
  })

  it('breaks when a proof no longer names what it covers, or names more', async () => {
    const { previousProof: _, ...unchained } = second
    expect(await verdicts({ ...credential, proof: [first, unchained] })).toEqual([[], ['signature-invalid /proof/1']])
    const fewer = { ...third, previousProof: two }
    expect((await verdicts({ ...credential, proof: [first, second, fewer] }))[2]).toEqual([
      'signature-invalid /proof/2',
    ])
    const more = { ...first, previousProof: three }
    const { previousProof: __, ...last } = third
    expect((await verdicts({ ...credential, proof: [more, last] }))[0]).toEqual(['signature-invalid /proof/0'])
  })

  it('breaks when another proof takes the id of one that it names', async () => {
    const doubled = { ...credential, proof: [first, second, { ...first, created: '2026-06-01T12:00:01Z' }] }
    expect((await verdicts(doubled))[1]).toEqual(['signature-invalid /proof/1'])
  })

  it('does not take a proof for its own predecessor', async () => {
    const proof = { ...second, id: one }
    expect(await verdict({ ...credential, proof: [proof] }, { pointer: '/proof/0' })).toEqual([
      'previous-proof-missing /proof/0/previousProof',
    ])
  })

  it('cannot run in a circle', async () => {
    const closed = { ...first, previousProof: three }
    const malformed = (index: number): string[] => [`proof-malformed /proof/${index}/previousProof`]
    expect(await verdicts({ ...credential, proof: [closed, second, third] })).toEqual([0, 1, 2].map(malformed))
    // One that leads into a circle of others is not in it.
    const outside = { ...first, id: 'urn:uuid:00000000-0000-4000-8000-000000000004', previousProof: one }
    const found = await verdicts({ ...credential, proof: [closed, second, third, outside] })
    expect(found[3]).toEqual(['signature-invalid /proof/3'])
  })

  it.each([[7], [null], [[]], [['urn:x:1', 7]], [{}], [[[one]]]])('refuses previousProof %j', async (previousProof) => {
    const found = await verdicts({ ...credential, proof: [first, { ...second, previousProof }] })
    expect(found[1]).toEqual(['proof-malformed /proof/1/previousProof'])
  })

  it.each<[string, Partial<AddProofOptions>]>([
    ['a proof that is not there', { previousProof: two }],
    ['one that is there and one that is not', { previousProof: [one, two] }],
    ['no proof', { previousProof: [] }],
    ['an id that is taken', { id: one }],
    ['an id that is no URL', { id: 'proof-2' }],
    ['an id that is null', { id: null as unknown as string }],
    ['a previous proof that is null', { previousProof: null as unknown as string }],
  ])('is not made with %s', async (_what, options) => {
    const document = { ...credential, proof: first }
    await expect(add(document, bob.signer, options)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })
})
