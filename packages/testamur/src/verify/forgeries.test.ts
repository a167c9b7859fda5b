import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { course, learner, now, record, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { verify } from './verify.js'

// Documents whose statements, and so whose proofs, are those that were signed, although a reader of the JSON would
// learn something else.

const vcdm = 'https://www.w3.org/2018/credentials#'
let university: TestIssuer
let stranger: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  stranger = await testIssuer()
})

async function outcomeOf(document: object): Promise<[string, string[]]> {
  const report = await verify(document, { offline: true, now })
  return [report.outcome, report.errors.map(({ code, pointer }) => `${code} ${pointer}`)]
}

const subjectOf = (credential: JsonObject): JsonObject => credential['credentialSubject'] as JsonObject
const contextOf = (credential: JsonObject): (string | JsonObject)[] => credential['@context'] as (string | JsonObject)[]

describe('forgeries by context', () => {
  it('rejects other contexts in place of the data model’s, with the same meanings under other names', async () => {
    const badge = await signed(course(university.id, 1, { validUntil: '2026-05-18T00:00:00Z' }), university)
    expect((await outcomeOf(badge))[1]).toEqual(['expired /validUntil'])
    const { validUntil, ...rest } = badge
    const terms = { reviewedOn: { '@id': `${vcdm}validUntil`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } }
    const dropped = { ...rest, '@context': ['https://w3id.org/security/multikey/v1', terms], reviewedOn: validUntil }
    expect(await outcomeOf(dropped)).toEqual(['rejected', expect.arrayContaining(['context-base /@context/0'])])
    const kept = { ...rest, '@context': [...contextOf(badge), terms], reviewedOn: validUntil }
    expect(await outcomeOf(kept)).toEqual(['rejected', ['context-inline-refused /@context/2/reviewedOn']])
  })

  it('rejects the issuer’s own terms with their names exchanged', async () => {
    const terms = (passed: string, failed: string): JsonObject => ({
      passed: `https://uni.example/terms#${passed}`,
      failed: `https://uni.example/terms#${failed}`,
    })
    const badge = course(university.id, 1, { passed: 'Music', failed: 'Medicine' })
    contextOf(badge).push(terms('passed', 'failed'))
    const honest = await signed(badge, university)
    expect(await outcomeOf(honest)).toEqual(['verified', []])
    const forged = {
      ...honest,
      '@context': [...contextOf(honest).slice(0, 2), terms('failed', 'passed')],
      passed: 'Medicine',
      failed: 'Music',
    }
    expect((await outcomeOf(forged))[0]).toBe('rejected')
  })

  it('rejects text that no proof covers: keys of maps, and members without a value', async () => {
    const badge = await signed(course(university.id, 1), university)
    const map = { '@id': 'https://uni.example/terms#honors', '@container': '@index' }
    const withMap = { ...badge, '@context': [...contextOf(badge), { honors: map }], honors: { 'Summa cum laude': [] } }
    expect(await outcomeOf(withMap)).toEqual(['rejected', ['context-inline-refused /@context/2/honors']])
    const empty = {
      ...badge,
      '@context': [...contextOf(badge), { honors: 'https://uni.example/terms#honors' }],
      honors: [],
    }
    expect((await outcomeOf(empty))[0]).toBe('rejected')
  })
})

describe('forgeries by moving statements between objects of one node', () => {
  /** A badge that has expired, with an endorsement of it. */
  async function endorsed(endorser: TestIssuer): Promise<JsonObject> {
    const badge = course(university.id, 1, { validUntil: '2026-05-18T00:00:00Z' })
    const endorsement = {
      '@context': contextOf(badge),
      id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000ee',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: endorser.id, type: ['Profile'], name: 'Example Accreditor' },
      validFrom: '2026-05-17T00:00:00Z',
      credentialSubject: { id: badge['id'], type: ['EndorsementSubject'], endorsementComment: 'Fine.' },
    } as JsonObject
    return signed({ ...badge, endorsement: [await signed(endorsement, endorser)] }, university)
  }
  const endorsementOf = (badge: JsonObject): JsonObject =>
    structuredClone((badge['endorsement'] as JsonObject[])[0]) as JsonObject

  it('lets an endorsement say its comment about the credential', async () => {
    expect((await outcomeOf(await endorsed(stranger)))[1]).toEqual(['expired /validUntil'])
  })

  it('rejects a date that moved into an endorsement which nobody can check', async () => {
    const unreachable = {
      id: 'did:web:accreditor.example',
      signer: { ...stranger.signer, verificationMethod: 'did:web:accreditor.example#key' },
    }
    const { validUntil, ...rest } = await endorsed(unreachable)
    const endorsement = endorsementOf(rest)
    Object.assign(subjectOf(endorsement), { type: ['EndorsementSubject', 'VerifiableCredential'], validUntil })
    expect(await outcomeOf({ ...rest, endorsement: [endorsement] })).toEqual([
      'rejected',
      ['node-described-twice /endorsement/0/credentialSubject'],
    ])
  })

  it('does not verify what moved elsewhere into such an endorsement', async () => {
    const unreachable = {
      id: 'did:web:accreditor.example',
      signer: { ...stranger.signer, verificationMethod: 'did:web:accreditor.example#key' },
    }
    const { validUntil: _, ...badge } = await endorsed(unreachable)
    const endorsement = endorsementOf(badge)
    ;(endorsement['issuer'] as JsonObject)['parentOrg'] = { ...(badge['issuer'] as JsonObject) }
    const forged = await signed({ ...badge, proof: undefined, endorsement: [endorsement] } as JsonObject, university)
    expect(await outcomeOf(forged)).toEqual(['undetermined', ['node-described-twice /endorsement/0/issuer/parentOrg']])
  })

  it('rejects an endorsement that was cut into two objects', async () => {
    const badge = await endorsed(stranger)
    const { proof, ...endorsement } = endorsementOf(badge)
    const holder = { '@context': 'https://www.w3.org/ns/credentials/v2', id: endorsement['id'], proof }
    expect((await outcomeOf({ ...badge, endorsement: [endorsement, holder] }))[0]).toBe('rejected')
  })

  it('rejects labels that let one object be cut into two', async () => {
    const badge = await signed(course(university.id, 1), university)
    const forged = structuredClone(badge)
    const [result] = subjectOf(forged)['result'] as JsonObject[]
    const { value, ...rest } = result as JsonObject
    subjectOf(forged)['result'] = [
      { ...rest, id: '_:r' },
      { type: ['Result'], id: '_:r', value },
    ]
    expect(await outcomeOf(forged)).toEqual([
      'rejected',
      expect.arrayContaining([expect.stringContaining('blank-node-label')]),
    ])
  })

  it('does not let an issuer seem to say what another one said of the learner', async () => {
    const theirs = await signed(
      {
        ...record(stranger.id, [await signed(course(stranger.id, 2), stranger)]),
        id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000bb',
      },
      stranger,
    )
    const degree = {
      id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-0000000000dd',
      type: ['Achievement'],
      name: 'PhD',
      description: 'In medicine',
      criteria: { narrative: 'None.' },
    }
    const mill = structuredClone(theirs)
    delete (mill as { proof?: unknown }).proof
    subjectOf(mill)['achievement'] = [degree]
    const [badge] = subjectOf(mill)['verifiableCredential'] as JsonObject[]
    const ours = await signed(record(university.id, [await signed(mill, stranger), badge as JsonObject]), university)
    expect(await outcomeOf(ours)).toEqual(['verified', []])
    const forged = structuredClone(ours)
    subjectOf(forged)['achievement'] = [structuredClone(degree)]
    const [outcome, errors] = await outcomeOf(forged)
    expect(outcome).not.toBe('verified')
    // The blank nodes of the copy differ from those that were signed; with an id for each, only this check is left.
    expect(errors.length).toBeGreaterThan(0)
    const named = structuredClone(ours)
    subjectOf(named)['achievement'] = [
      { id: degree.id, type: ['Achievement'], name: degree.name, description: degree.description },
    ]
    expect((await outcomeOf(named))[1]).toContain('statement-shared /credentialSubject/achievement')
    expect(subjectOf(named)['id']).toBe(learner)
  })
})

describe('hostile documents', () => {
  it('names a crowd of contexts and does not go on to the proofs', async () => {
    const badge = await signed(course(university.id, 1), university)
    const crowd = { ...badge, '@context': Array.from({ length: 500 }, () => contextOf(badge)[0]) }
    const report = await verify(crowd, { offline: true, now })
    expect(report.errors.map(({ code, pointer }) => `${code} ${pointer}`)).toContain('context-limit /@context/16')
    expect(report.checks.find(({ id }) => id === 'proof')?.outcome).toBe('undetermined')
  })

  it('looks at no more inner credentials than it may', async () => {
    const badge = await signed(course(university.id, 1), university)
    const many = { ...badge, endorsement: Array.from({ length: 30_000 }, () => 'a.b.c') }
    const report = await verify(many, { offline: true, now, limits: { maxInnerCredentials: 10 } })
    expect(report.outcome).toBe('rejected')
    expect(report.credentials).toHaveLength(11)
  })

  it('reads objects as JSON text would carry them', async () => {
    const badge = await signed(course(university.id, 1), university)
    expect(await outcomeOf({ ...badge, grade: undefined })).toEqual(['verified', []])
    let reads = 0
    const fickle = Object.defineProperty({ ...badge }, 'name', {
      enumerable: true,
      get: () => (reads++ < 2 ? badge['name'] : 'PhD'),
    })
    const report = await verify(fickle, { offline: true, now })
    expect(report.verified && report.credential).toMatchObject({ name: badge['name'] })
  })
})
