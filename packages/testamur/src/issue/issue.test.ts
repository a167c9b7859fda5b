import type { JsonObject } from '@testamur/documents'
import { TestamurError } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { course, now, record, type TestIssuer, testIssuer } from '../../test/record.js'
import { verify } from '../verify/verify.js'
import type { IssueOptions } from './interface.js'
import { issue } from './issue.js'

let university: TestIssuer
let college: TestIssuer
beforeAll(async () => {
  university = await testIssuer()
  college = await testIssuer()
})

const innerOf = (clr: JsonObject): JsonObject[] =>
  (clr['credentialSubject'] as { verifiableCredential: JsonObject[] }).verifiableCredential
const issueAs = (
  credential: JsonObject,
  { signer }: TestIssuer,
  options: Partial<IssueOptions> = {},
): Promise<JsonObject> => issue(credential, { signer, now, ...options }) as Promise<JsonObject>

async function refusal(promise: Promise<unknown>): Promise<{ code: string; pointers: string[]; message: string }> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!TestamurError.isInstance(error)) throw new Error(`nothing was refused: ${String(error)}`)
  const { problems = [] } = error as { problems?: { pointer: string }[] }
  return { code: error.code, pointers: problems.map(({ pointer }) => pointer), message: error.message }
}

/** Those of another call, with nothing in common. */
const otherOptions: Partial<IssueOptions> = {
  format: 'vc-jwt',
  cryptosuite: 'eddsa-jcs-2022',
  inner: 'require-signed',
  engine: 'reference',
  now: new Date('2020-01-01T00:00:00Z'),
}

describe('issue', () => {
  it('signs the inner credentials of the issuer first, then the record', async () => {
    const clr = await issueAs(record(university.id, [course(university.id, 1), course(university.id, 2)]), university)
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-06-01T00:00:00Z',
      proofPurpose: 'assertionMethod',
    }
    for (const credential of [clr, ...innerOf(clr)]) {
      expect(credential['proof']).toMatchObject({ ...proof, verificationMethod: university.signer.verificationMethod })
    }
    for (const credential of [clr, ...innerOf(clr)]) {
      expect((await verify(credential, { offline: true, now })).outcome).toBe('verified')
    }
  })

  it('signs by the options of the call, whatever becomes of them while it runs', async () => {
    const { signer } = university
    const options = { signer, now: new Date(now) }
    const issued = issue(record(university.id, [course(university.id, 1)]), options) as Promise<JsonObject>
    options.now.setFullYear(2000)
    Object.assign(options, { ...otherOptions, signer: college.signer })
    const clr = await issued
    for (const credential of [clr, ...innerOf(clr)]) {
      const { verificationMethod } = signer
      const created = `${now.toISOString().slice(0, 19)}Z`
      expect(credential['proof']).toMatchObject({ cryptosuite: 'eddsa-rdfc-2022', verificationMethod, created })
    }
  })

  it('leaves its input untouched', async () => {
    const clr = record(university.id, [course(university.id, 1)])
    const before = structuredClone(clr)
    await issueAs(clr, university)
    expect(clr).toEqual(before)
  })

  it('keeps what others signed byte for byte', async () => {
    const transfer = await issueAs(course(college.id, 1), college)
    const clr = await issueAs(record(university.id, [transfer]), university)
    expect(JSON.stringify(innerOf(clr)[0])).toBe(JSON.stringify(transfer))
  })

  it('signs records within records, innermost first', async () => {
    const outer = record(university.id, [
      { ...record(university.id, [course(university.id, 1)]), id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000aa' },
    ])
    const report = await verify(await issueAs(outer, university), { offline: true, now })
    expect(report.outcome).toBe('verified')
    expect(report.credentials[0]?.credentials[0]?.pointer).toBe(
      '/credentialSubject/verifiableCredential/0/credentialSubject/verifiableCredential/0',
    )
  })

  it('does not sign for another issuer', async () => {
    const clr = record(university.id, [course(university.id, 1), course(college.id, 2)])
    expect(await refusal(issueAs(clr, university))).toMatchObject({
      code: 'ERR_INNER_UNSIGNED',
      pointers: ['/credentialSubject/verifiableCredential/1'],
    })
    const ours = record(university.id, [course(university.id, 1)])
    const unsigned = record(university.id, [{ ...course(college.id, 2), proof: [] }])
    expect(await refusal(issueAs(unsigned, university))).toMatchObject({ code: 'ERR_INNER_UNSIGNED' })
    expect(await refusal(issueAs(ours, university, { inner: 'require-signed' }))).toMatchObject({
      code: 'ERR_INNER_UNSIGNED',
    })
  })

  it('refuses what the proof would not cover, with its place in the whole record', async () => {
    const undefinedTerm = course(university.id, 1)
    ;(undefinedTerm['credentialSubject'] as JsonObject)['grade'] = 'A'
    expect(await refusal(issueAs(record(university.id, [undefinedTerm]), university))).toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      pointers: ['/credentialSubject/verifiableCredential/0/credentialSubject/grade'],
    })
    const tinyNumber = course(university.id, 1)
    ;(tinyNumber['credentialSubject'] as JsonObject)['creditsEarned'] = 1e-7
    expect(await refusal(issueAs(tinyNumber, university))).toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      pointers: ['/credentialSubject/creditsEarned'],
    })
    const hiding = {
      ...course(university.id, 1),
      '@context': [
        ...(course(university.id, 1)['@context'] as string[]),
        { title: 'https://schema.org/name', '@vocab': 'https://uni.example/' },
      ],
    }
    expect(await refusal(issueAs(hiding, university))).toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      pointers: expect.arrayContaining([expect.stringContaining('/@context/2')]),
    })
  })

  it('signs what a caller’s own context defines, given that context', async () => {
    const own = 'https://uni.example/context'
    const badge = {
      ...course(university.id, 1),
      '@context': [...(course(university.id, 1)['@context'] as string[]), own],
      honorCode: 'kept',
    }
    const documents = { [own]: { '@context': { honorCode: 'https://uni.example/vocabulary#honorCode' } } }
    const signed = await issueAs(badge, university, { documents })
    expect((await verify(signed, { offline: true, now, documents })).outcome).toBe('verified')
    expect((await verify(signed, { offline: true, now })).outcome).toBe('rejected')
  })

  it('refuses what validate() finds errors in, unless told not to ask', async () => {
    const badge = course(university.id, 1)
    delete ((badge['credentialSubject'] as JsonObject)['achievement'] as JsonObject)['criteria']
    const refused = await refusal(issueAs(badge, university))
    expect(refused.code).toBe('ERR_INVALID_CREDENTIAL')
    expect(refused.pointers[0]).toContain('/credentialSubject/achievement')
    await expect(issueAs(badge, university, { validate: false })).resolves.toHaveProperty('proof')
  })

  it.each<[string, (badge: JsonObject) => JsonObject, Partial<IssueOptions>, string]>([
    ['a document that is not a credential', (d) => ({ ...d, type: ['Profile'] }), {}, 'ERR_NOT_A_CREDENTIAL'],
    ['a signed credential', (d) => ({ ...d, proof: {} }), {}, 'ERR_ALREADY_SECURED'],
    ['a value that is not JSON', (d) => ({ ...d, validFrom: new Date(0) }) as never, {}, 'ERR_NOT_JSON_VALUE'],
    [
      'a key of another DID',
      (d) => ({ ...d, issuer: { ...(d['issuer'] as JsonObject), id: 'did:web:uni.example' } }),
      {},
      'ERR_ISSUER_MISMATCH',
    ],
    ['an unknown format', (d) => d, { format: 'cose' as never }, 'ERR_INVALID_OPTION'],
    ['an unknown cryptosuite', (d) => d, { cryptosuite: 'rot13' }, 'ERR_CRYPTOSUITE_UNSUPPORTED'],
  ])('refuses %s', async (_name, change, options, code) => {
    expect((await refusal(issueAs(change(course(university.id, 1)), university, options))).code).toBe(code)
  })

  it('refuses errors in an inner credential wherever it stands, with its place', async () => {
    const { id, signer } = university
    const [badge] = [course(id, 1)]
    const evidence = [
      { '@context': badge['@context'], id: 'urn:x:1', type: ['Evidence', 'VerifiableCredential'], issuer: id },
    ]
    const issued = issue({ ...badge, evidence }, { signer })
    await expect(issued).rejects.toMatchObject({ code: 'ERR_INVALID_CREDENTIAL' })
    await expect(issued).rejects.toThrow('/evidence/0')
  })

  it('makes a record a token whose inner credentials carry proofs of their own', async () => {
    const clr = record(university.id, [course(university.id, 1), course(university.id, 2)])
    const token = await issue(clr, { signer: university.signer, format: 'vc-jwt', now })
    expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
    const report = await verify(token, { offline: true, now })
    expect(report).toMatchObject({ outcome: 'verified', mediaType: 'application/vc+jwt', errors: [] })
    expect(report.credentials.map(({ outcome, mediaType }) => `${outcome} ${mediaType}`)).toEqual([
      'verified application/vc',
      'verified application/vc',
    ])
  })

  it('refuses what a token would say without a meaning, and what a key cannot prove', async () => {
    const undefinedName = course(university.id, 1, { honours: 'first' })
    await expect(issue(undefinedName, { signer: university.signer, format: 'vc-jwt' })).rejects.toMatchObject({
      code: 'ERR_UNSIGNABLE_DOCUMENT',
      problems: [{ pointer: '/honours' }],
    })
    const rsa = { ...university.signer, algorithm: 'RS256' } as const
    const clr = record(university.id, [course(university.id, 1)])
    await expect(issue(clr, { signer: rsa, format: 'vc-jwt' })).rejects.toMatchObject({ code: 'ERR_INNER_UNSIGNED' })
  })

  it('takes an enveloped token inside a record as signed', async () => {
    const token = await issue(course(university.id, 2), { signer: university.signer, format: 'vc-jwt' })
    const envelope = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: `data:application/vc+jwt,${token}`,
      type: ['EnvelopedVerifiableCredential'],
    }
    const unsigned = record(university.id, [course(university.id, 1), envelope])
    const clr = await issue(unsigned, { signer: university.signer, validate: false })
    expect((clr['credentialSubject'] as { verifiableCredential: object[] }).verifiableCredential[1]).toEqual(envelope)
    expect((await verify(clr, { offline: true, schema: 'warn' })).credentials.map(({ outcome }) => outcome)).toEqual([
      'verified',
      'verified',
    ])
  })

  it('passes on what the signer throws', async () => {
    const signer = { ...university.signer, sign: () => Promise.reject(new Error('the HSM is gone')) }
    await expect(issueAs(course(university.id, 1), { ...university, signer })).rejects.toThrow('the HSM is gone')
  })
})
