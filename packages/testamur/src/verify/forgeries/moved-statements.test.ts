import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../../test/issuers.js'
import { course, learner, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { payloadOf, token, tokenIssuer } from '../../../test/tokens.js'
import { verdictOn } from '../../../test/verdict.js'

// In RDF, objects with the same id are one node: what is said of it can move from one object to another, and every
// proof stays good.

let university: TestIssuer
let stranger: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  stranger = await testIssuer()
})

const subjectOf = (credential: JsonObject): JsonObject => credential['credentialSubject'] as JsonObject
const endorsementOf = (badge: JsonObject): JsonObject =>
  structuredClone((badge['endorsement'] as JsonObject[])[0]) as JsonObject

/** A badge that has expired, with an endorsement of it. */
async function endorsed(endorser: TestIssuer, issuer: TestIssuer = university): Promise<JsonObject> {
  const badge = course(issuer.id, 1, { validUntil: '2026-05-18T00:00:00Z' })
  const endorsement: JsonObject = {
    '@context': badge['@context'],
    id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000ee',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    issuer: { id: endorser.id, type: ['Profile'], name: 'Example Accreditor' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: { id: badge['id'], type: ['EndorsementSubject'], endorsementComment: 'Fine.' },
  }
  return signed({ ...badge, endorsement: [await signed(endorsement, endorser)] }, issuer)
}

/** An endorser whose key nobody can obtain. */
const unreachable = (): TestIssuer => ({
  id: 'did:web:accreditor.example',
  signer: { ...stranger.signer, verificationMethod: 'did:web:accreditor.example#key' },
})

const unobtainable = [
  'proof undetermined: key-unobtainable /endorsement/0/proof/verificationMethod',
  'issuer undetermined: key-unobtainable /endorsement/0/proof/verificationMethod',
]

describe('an endorsement', () => {
  it('may say its comment about the credential', async () => {
    expect(await verdictOn(await endorsed(stranger))).toEqual(['rejected', 'validity failed: expired /validUntil'])
  })

  it('that nobody can check cannot take a date in', async () => {
    const { validUntil, ...rest } = await endorsed(unreachable())
    const endorsement = endorsementOf(rest)
    Object.assign(subjectOf(endorsement), { type: ['EndorsementSubject', 'VerifiableCredential'], validUntil })
    const [outcome, reason] = await verdictOn({ ...rest, endorsement: [endorsement] })
    expect([outcome, reason]).toEqual([
      'rejected',
      'proof failed: node-described-twice /endorsement/0/credentialSubject',
    ])
  })

  it('cannot take a date in by the help of a proof over the text, by a key that nobody confirms', async () => {
    const issuer = 'https://uni.example/issuers/1'
    const key = `${issuer}#key-1`
    const documents = { [issuer]: controlledDocument(issuer, [method(key, issuer, university)]) }
    const honest = await endorsed(unreachable(), { id: issuer, signer: named(university, key) })
    const { validUntil, ...forged } = honest
    const endorsement = endorsementOf(forged)
    Object.assign(subjectOf(endorsement), { type: ['EndorsementSubject', 'VerifiableCredential'], validUntil })
    const rewritten = { ...forged, endorsement: [endorsement] }
    const refused = ['rejected', 'proof failed: node-described-twice /endorsement/0/credentialSubject']
    expect((await verdictOn(rewritten, { documents })).slice(0, 2)).toEqual(refused)

    const overText = await withProofBy(stranger.signer, rewritten, { cryptosuite: 'eddsa-jcs-2022' })
    expect((await verdictOn(overText, { documents })).slice(0, 2)).toEqual(refused)
    const thief = tokenIssuer('evil.example')
    const around = token(payloadOf(rewritten), thief, { kid: undefined, jwk: thief.jwk })
    expect((await verdictOn(around, { documents })).slice(0, 2)).toEqual(refused)
  })

  it('that nobody can check cannot take in what was said elsewhere', async () => {
    const { validUntil: _, proof: __, ...badge } = await endorsed(unreachable())
    const endorsement = endorsementOf(badge)
    ;(endorsement['issuer'] as JsonObject)['parentOrg'] = { ...(badge['issuer'] as JsonObject) }
    expect(await verdictOn(await signed({ ...badge, endorsement: [endorsement] }, university))).toEqual([
      'undetermined',
      'proof undetermined: node-described-twice /endorsement/0/issuer/parentOrg',
      ...unobtainable,
    ])
  })

  it('cannot be cut into two objects', async () => {
    const badge = await endorsed(stranger)
    const { proof, ...endorsement } = endorsementOf(badge)
    const holder = { '@context': 'https://www.w3.org/ns/credentials/v2', id: endorsement['id'], proof }
    const verdict = await verdictOn({ ...badge, endorsement: [endorsement, holder] })
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('parse failed: not-a-credential /endorsement/1')
  })
})

describe('an object', () => {
  it('cannot be cut into two by a label', async () => {
    const forged = structuredClone(await signed(course(university.id, 1), university))
    const [result] = subjectOf(forged)['result'] as JsonObject[]
    const { value, ...rest } = result as JsonObject
    subjectOf(forged)['result'] = [
      { ...rest, id: '_:r' },
      { type: ['Result'], id: '_:r', value },
    ]
    const verdict = await verdictOn(forged)
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('proof failed: blank-node-label /credentialSubject/result/0/id')
  })
})

describe('an issuer', () => {
  it('cannot seem to say what another one said of the learner', async () => {
    const theirs = await signed(course(stranger.id, 2), stranger)
    const degree = {
      id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-0000000000dd',
      type: ['Achievement'],
      name: 'PhD',
      description: 'In medicine',
      criteria: { narrative: 'None.' },
    }
    const mill = record(stranger.id, [theirs], { id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000bb' })
    subjectOf(mill)['achievement'] = [degree]
    const ours = await signed(record(university.id, [await signed(mill, stranger), theirs]), university)
    expect(await verdictOn(ours)).toEqual(['verified'])

    const copied = structuredClone(ours)
    subjectOf(copied)['achievement'] = [structuredClone(degree)]
    // The blank nodes of the copy differ from those that were signed; with an id for each, only this check is left.
    expect((await verdictOn(copied))[1]).toBe('proof failed: signature-invalid /proof')
    const byName = structuredClone(ours)
    const { id, type, name, description } = degree
    subjectOf(byName)['achievement'] = [{ id, type, name, description }]
    const verdict = await verdictOn(byName)
    expect(verdict[0]).not.toBe('verified')
    expect(verdict).toContain('proof undetermined: statement-shared /credentialSubject/achievement')
    // Lists of lists are one list in RDF; the schema alone refuses them.
    const wrapped: JsonObject = { ...byName, credentialSubject: [[subjectOf(byName)]] }
    expect(await verdictOn(wrapped, { schema: 'warn' })).toEqual([
      'undetermined',
      'proof undetermined: statement-shared /credentialSubject/0/0/achievement',
    ])
    expect(subjectOf(byName)['id']).toBe(learner)
  })
})
