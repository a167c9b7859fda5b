import type { JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import rdfCanonize from 'rdf-canonize'
import { describe, expect, it, vi } from 'vitest'
import { canonicalizationCache } from '../canonicalize/canonicalization-cache.js'
import type { CanonicalizeResult } from '../canonicalize/interface.js'
import { canonicalizeByReference } from '../canonicalize/reference.js'
import { transformRdfc } from '../cryptosuites/rdfc-transformation.js'
import { hashTransformation } from '../cryptosuites/transformation.js'
import type { PublicKey, Signer } from '../keys/interface.js'
import { encodeBase58Multibase } from '../keys/multikey.js'
import { keyPairFromJwk, privateJwkFrom, signerFromJwk } from '../keys/private-key.js'
import { addProof } from './add-proof.js'
import type { AddProofOptions, VerifyDataIntegrityProofOptions } from './interface.js'
import { verifyDataIntegrityProof } from './verify-proof.js'

const contexts = contextSource()
const created = new Date('2026-06-01T12:00:00.789Z')

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
const signed = await addProof(credential, { signer: alice.signer, contexts, created })

/** A good proof with members that addProof does not set. */
async function proofOf(signer: Signer, covered: JsonObject, members: JsonObject): Promise<JsonObject> {
  const { proofValue: _, ...options } = signed.proof as JsonObject
  const config = { ...options, ...members, verificationMethod: signer.verificationMethod }
  const transformed = await transformRdfc(covered, config, { contexts })
  if (!transformed.ok) throw new Error(JSON.stringify(transformed.problems))
  return { ...config, proofValue: encodeBase58Multibase(await signer.sign(hashTransformation(transformed))) }
}

async function verdict(document: object, options: Partial<VerifyDataIntegrityProofOptions> = {}): Promise<string[]> {
  const { publicKey } = alice
  const problems = await verifyDataIntegrityProof(document as VerifiableCredential, { publicKey, contexts, ...options })
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

describe('addProof', () => {
  it('returns the document with a proof, and leaves its input alone', async () => {
    const before = structuredClone(credential)
    Object.freeze(credential)
    const { proof, ...rest } = await addProof(credential, { signer: alice.signer, contexts, created })
    expect(credential).toEqual(before)
    expect(rest).toEqual(before)
    expect(proof).toMatchObject({ cryptosuite: 'eddsa-rdfc-2022', created: '2026-06-01T12:00:00Z' })
    expect(proof).toEqual(signed.proof)
  })

  it('adds the second proof and the third to a set, each over the document alone', async () => {
    const two = await addProof(signed, { signer: bob.signer, contexts, created })
    const three = await addProof(two, { signer: bob.signer, contexts, created })
    expect(three.proof).toHaveLength(3)
    expect(await verdict(three, { pointer: '/proof/0' })).toEqual([])
    expect(await verdict(three, { pointer: '/proof/1', publicKey: bob.publicKey })).toEqual([])
    expect(await verdict(three, { pointer: '/proof/2', publicKey: bob.publicKey })).toEqual([])
  })

  it('takes the time of the call when it is told none', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000
    const { proof } = await addProof(credential, { signer: alice.signer, contexts })
    const made = Date.parse(String((proof as JsonObject).created))
    expect(made).toBeGreaterThanOrEqual(before)
    expect(made).toBeLessThanOrEqual(Date.now())
  })

  it('drops members that are undefined, as JSON does', async () => {
    const document = { ...credential, id: undefined, proof: undefined }
    const result = await addProof(document, { signer: alice.signer, contexts, created })
    expect(result).toEqual(signed)
    expect(Object.keys(result)).not.toContain('id')
  })

  it('refuses what JSON cannot say', async () => {
    const document = { ...credential, validFrom: created }
    const added = addProof(document, { signer: alice.signer, contexts })
    await expect(added).rejects.toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      problems: [{ pointer: '/validFrom' }],
    })
  })

  it.each([
    [{ cryptosuite: 'eddsa-rdfc-2099' }, 'ERR_CRYPTOSUITE_UNSUPPORTED'],
    [{ cryptosuite: 'Ed25519Signature2020' }, 'ERR_CRYPTOSUITE_UNSUPPORTED'],
    [{ cryptosuite: 'bbs-2023' }, 'ERR_ALGORITHM_MISMATCH'],
    [{ cryptosuite: 'constructor' }, 'ERR_CRYPTOSUITE_UNSUPPORTED'],
    [{ signer: { ...alice.signer, algorithm: 'RS256' } as Signer }, 'ERR_CRYPTOSUITE_UNSUPPORTED'],
    [
      { signer: { ...alice.signer, algorithm: 'ES256' } as Signer, cryptosuite: 'eddsa-rdfc-2022' },
      'ERR_ALGORITHM_MISMATCH',
    ],
    [{ created: new Date(Number.NaN) }, 'ERR_INVALID_OPTION'],
  ])('refuses %o', async (options, code) => {
    const added = addProof(credential, { signer: alice.signer, contexts, ...options })
    await expect(added).rejects.toMatchObject({ code })
  })
})

describe('verifyDataIntegrityProof', () => {
  it('finds nothing wrong with a good proof', async () => {
    expect(await verdict(signed)).toEqual([])
  })

  it.each<[string, object, string[]]>([
    ['has no proof', credential, ['proof-malformed /proof']],
    ['has text for a proof', { ...credential, proof: 'z' }, ['proof-malformed /proof']],
    ['has a list where one proof is asked for', { ...credential, proof: [signed.proof] }, ['proof-malformed /proof']],
    [
      'has a proof of another kind',
      { ...credential, proof: { ...signed.proof, type: 'JsonWebSignature2020' } },
      ['cryptosuite-unsupported /proof/type'],
    ],
    [
      'has a proof of an unknown suite',
      { ...credential, proof: { ...signed.proof, cryptosuite: '__proto__' } },
      ['cryptosuite-unsupported /proof/cryptosuite'],
    ],
    [
      'has a proof type for a cryptosuite',
      { ...credential, proof: { ...signed.proof, cryptosuite: 'Ed25519Signature2020' } },
      ['cryptosuite-unsupported /proof/cryptosuite'],
    ],
    ['was changed', { ...signed, issuer: 'urn:x:1' }, ['signature-invalid /proof']],
  ])('says when a document %s', async (_what, document, expected) => {
    expect(await verdict(document)).toEqual(expected)
  })

  it.each(['/issuer', '/proof/', '/proof/x', '', 'proof', '/proof/9'])('has no proof at %j', async (pointer) => {
    expect(await verdict({ ...signed, proof: [signed.proof] }, { pointer })).toEqual([`proof-malformed ${pointer}`])
  })

  it.each([
    ['2026-06-01T12:00:00Z', '2026-06-01T11:59:59Z', []],
    ['2026-06-01T12:00:00Z', '2026-06-01T12:00:00Z', ['proof-expired /proof/expires']],
    ['soon', '2026-06-01T12:00:00Z', ['proof-malformed /proof/expires']],
  ])('expires %s, seen %s', async (expires, now, expected) => {
    const proof = await proofOf(alice.signer, credential, { expires })
    expect(await verdict({ ...credential, proof }, { now: new Date(now) })).toEqual(expected)
  })
})

describe('a proof for somebody', () => {
  const add = (options: Partial<AddProofOptions>): Promise<JsonObject> =>
    addProof(credential, { signer: alice.signer, contexts, created, ...options }) as unknown as Promise<JsonObject>
  const challenge = 'c0ae1c8e'
  const domain = 'https://wallet.example'

  it('says what it answers and for whom', async () => {
    const { proof } = await add({ challenge, domain, proofPurpose: 'authentication' })
    expect(proof).toMatchObject({ challenge, domain, proofPurpose: 'authentication' })
    expect(await add({ domain: [domain, 'https://other.example'] })).toMatchObject({
      proof: { domain: [domain, 'https://other.example'] },
    })
  })

  it.each<[string, Partial<AddProofOptions>, Partial<VerifyDataIntegrityProofOptions>, string[]]>([
    ['both as expected', { challenge, domain }, { challenge, domain }, []],
    ['a list of this domain alone', { domain: [domain] }, { domain }, []],
    [
      'one domain of several',
      { domain: ['https://other.example', domain] },
      { domain },
      ['proof-domain /proof/domain'],
    ],
    ['nothing expected', { challenge, domain }, {}, []],
    ['another challenge', { challenge: 'c0ae1c8f' }, { challenge }, ['proof-challenge /proof/challenge']],
    ['no challenge', {}, { challenge }, ['proof-challenge /proof/challenge']],
    ['an empty challenge expected', { challenge }, { challenge: '' }, ['proof-challenge /proof/challenge']],
    ['another domain', { domain: 'https://wallet.example.evil.example' }, { domain }, ['proof-domain /proof/domain']],
    ['other domains', { domain: ['https://other.example'] }, { domain }, ['proof-domain /proof/domain']],
    ['no domain', {}, { domain }, ['proof-domain /proof/domain']],
    [
      'another purpose',
      { proofPurpose: 'authentication', challenge },
      { challenge },
      ['proof-purpose /proof/proofPurpose'],
    ],
  ])('is judged: %s', async (_what, made, expected, problems) => {
    expect(await verdict(await add(made), expected)).toEqual(problems)
  })

  it('breaks when challenge or domain are changed to what is expected', async () => {
    const document = await add({ challenge: 'old', domain: 'https://other.example' })
    const proof = { ...(document.proof as JsonObject), challenge, domain }
    expect(await verdict({ ...document, proof }, { challenge, domain })).toEqual(['signature-invalid /proof'])
  })

  it('presents credentials', async () => {
    const presentation = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'VerifiablePresentation',
      holder: 'did:example:learner',
      verifiableCredential: [signed],
    }
    const options = { proofPurpose: 'authentication', challenge, domain } as const
    const presented = await addProof(presentation, { signer: bob.signer, contexts, created, ...options })
    const { publicKey } = bob
    expect(await verifyDataIntegrityProof(presented, { publicKey, contexts, ...options })).toEqual([])
    const replayed = { ...options, challenge: 'c0ae1c8f' }
    const found = await verifyDataIntegrityProof(presented, { publicKey, contexts, ...replayed })
    expect(found.map(({ code }) => code)).toEqual(['proof-challenge'])
  })

  it('tells the challenge to nobody', async () => {
    const problems = await verifyDataIntegrityProof((await add({ challenge })) as unknown as VerifiableCredential, {
      publicKey: alice.publicKey,
      contexts,
      challenge: 'expected-secret',
    })
    expect(JSON.stringify(problems)).not.toMatch(/c0ae1c8e|expected-secret/)
  })
})

describe('a canonicalization cache', () => {
  /** How often anything is canonicalised meanwhile. */
  async function count(action: () => Promise<unknown>): Promise<number> {
    const spy = vi.spyOn(rdfCanonize, 'canonize')
    try {
      await action()
      return spy.mock.calls.length
    } finally {
      spy.mockRestore()
    }
  }
  const eight = { ...credential, proof: Array.from({ length: 8 }, () => signed.proof) }
  const verdicts = async (document: object, options: Partial<VerifyDataIntegrityProofOptions>): Promise<string[][]> =>
    Promise.all(eight.proof.map((_, index) => verdict(document, { ...options, pointer: `/proof/${index}` })))

  it('has eight proofs canonicalise their document once', async () => {
    const proofsAlone = 8
    expect(
      await count(async () => {
        const found = await verdicts(eight, { cache: canonicalizationCache(), engine: 'reference' })
        expect(found).toEqual(eight.proof.map(() => []))
      }),
    ).toBe(proofsAlone + 1)
    expect(await count(() => verdicts(eight, { engine: 'reference' }))).toBe(proofsAlone + 8)
  })

  it('has the culprit searched once, and told with each proof', async () => {
    const contextsAskedFor = async (options: Partial<VerifyDataIntegrityProofOptions>): Promise<number> => {
      const counting = vi.fn(contexts)
      const found = await verdicts({ ...eight, nonsense: 1 }, { contexts: counting, engine: 'reference', ...options })
      expect(found).toEqual(eight.proof.map(() => ['term-undefined /nonsense']))
      return counting.mock.calls.length
    }
    const alone = vi.fn(contexts)
    expect((await canonicalizeByReference({ ...credential, nonsense: 1 }, { contexts: alone })).ok).toBe(false)
    const shared = await contextsAskedFor({ cache: canonicalizationCache() })
    const separate = await contextsAskedFor({})
    expect(separate - shared).toBe(7 * alone.mock.calls.length)
  })

  it('shares nothing between documents, nor between contexts', async () => {
    const cache = canonicalizationCache()
    expect(await verdict(signed, { cache })).toEqual([])
    expect(await verdict({ ...signed, issuer: 'urn:x:1' }, { cache })).toEqual(['signature-invalid /proof'])
    const url = 'https://terms.example/v1'
    const extended = { ...signed, '@context': [...credential['@context'], url] }
    const supplied = contextSource({ documents: { [url]: { '@context': {} } } })
    expect(await verdict(extended, { cache, contexts: supplied })).toEqual([])
    expect(await verdict(extended, { cache })).toEqual(['context-unknown /@context/1'])
    expect(await verdict(extended, { cache, contexts: supplied })).toEqual([])
  })

  it('keeps the forms of different hash functions and engines apart', async () => {
    const cache = canonicalizationCache()
    const make = async (nquads: string): Promise<CanonicalizeResult> => ({ ok: true, nquads })
    const first = await cache.getOrMake(credential, { contexts }, () => make('a'))
    expect(await cache.getOrMake(credential, { contexts, hash: 'SHA-384' }, () => make('b'))).not.toEqual(first)
    expect(await cache.getOrMake(credential, { contexts, engine: 'reference' }, () => make('d'))).not.toEqual(first)
    expect(await cache.getOrMake(credential, { contexts, hash: 'SHA-256' }, () => make('c'))).toBe(first)
  })

  it('leaves chained proofs alone', async () => {
    const first = await proofOf(alice.signer, credential, { id: 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544' })
    const covered = { ...credential, proof: [first] }
    const second = await proofOf(bob.signer, covered, { previousProof: String(first.id) })
    const document = { ...credential, proof: [first, second] }
    const cache = canonicalizationCache()
    const ofBob = { pointer: '/proof/1', publicKey: bob.publicKey, cache }
    expect(await verdict(document, ofBob)).toEqual([])
    expect(await verdict(document, { pointer: '/proof/0', cache })).toEqual([])
    expect(await verdict(document, ofBob)).toEqual([])
  })
})
