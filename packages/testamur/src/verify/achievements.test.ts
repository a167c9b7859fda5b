import type { JsonObject } from '@testamur/documents'
import { beforeAll, expect, it } from 'vitest'
import { course, now, record, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { vouchedAchievements } from './achievements.js'
import { verify } from './verify.js'

let university: TestIssuer
let academy: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  academy = await testIssuer()
})

const programme = {
  id: 'urn:example:mathematics',
  type: ['Achievement'],
  name: 'Mathematics',
  description: 'A programme.',
  criteria: { narrative: 'Its courses.' },
}
const achievementId = (number: number): string => `urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-00000000000${number}`

async function transcript(): Promise<JsonObject> {
  const ours = course(university.id, 1)
  const theirs = await signed(
    course(academy.id, 2, { issuer: { id: academy.id, type: ['Profile'], name: 'Example Academy' } }),
    academy,
  )
  const unsigned = record(university.id, [ours, theirs])
  const subject = unsigned['credentialSubject'] as JsonObject
  const association = {
    type: 'Association',
    associationType: 'isChildOf',
    sourceId: achievementId(1),
    targetId: programme.id,
  }
  return signed(
    { ...unsigned, credentialSubject: { ...subject, achievement: [programme], association: [association] } },
    university,
  )
}

it('says for each achievement who vouches for it, and how it belongs to others', async () => {
  const report = await verify(await transcript(), { offline: true, now })
  expect(report.errors).toEqual([])
  const ours = { id: university.id, name: 'Example University' }
  expect(vouchedAchievements(report)).toEqual([
    {
      pointer: '/credentialSubject/achievement/0',
      id: programme.id,
      name: 'Mathematics',
      claim: 'listed',
      issuer: ours,
      outcome: 'verified',
      endorsers: [],
      associations: [
        { associationType: 'isChildOf', as: 'target', other: { id: achievementId(1), name: 'Calculus 1' } },
      ],
    },
    {
      pointer: '/credentialSubject/verifiableCredential/0/credentialSubject/achievement',
      id: achievementId(1),
      name: 'Calculus 1',
      claim: 'awarded',
      issuer: ours,
      outcome: 'verified',
      endorsers: [],
      associations: [{ associationType: 'isChildOf', as: 'source', other: { id: programme.id, name: 'Mathematics' } }],
    },
    expect.objectContaining({
      id: achievementId(2),
      claim: 'awarded',
      issuer: { id: academy.id, name: 'Example Academy' },
      associations: [],
    }),
  ])
})

it('leaves out what nobody vouches for, though the record around it is signed', async () => {
  const clr = await transcript()
  const subject = clr['credentialSubject'] as { verifiableCredential: JsonObject[] }
  const [first, second] = subject.verifiableCredential
  const forged = { ...second, name: 'Another name' }
  const report = await verify(
    { ...clr, credentialSubject: { ...subject, verifiableCredential: [first, forged] } },
    { offline: true, now },
  )
  expect(report.outcome).toBe('rejected')
  const vouched = vouchedAchievements(report).map(({ id }) => id)
  expect(vouched).not.toContain(achievementId(2))
  expect(vouched).toContain(achievementId(1))
})

/** A badge of ours with an endorsement by the academy of what has this id. */
async function endorsed(id: string): Promise<JsonObject> {
  const endorsement = await signed(
    {
      '@context': course(academy.id, 1)['@context'] as string[],
      id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000ee',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: academy.id, type: ['Profile'], name: 'Example Academy' },
      validFrom: '2026-05-17T00:00:00Z',
      credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Well taught.' },
    },
    academy,
  )
  return signed(course(university.id, 1, { endorsement: [endorsement] }), university)
}

it.each([
  ['the achievement', () => achievementId(1)],
  ['the credential', () => 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-000000000001'],
  ['the issuer', () => university.id],
])('names who endorses %s', async (_what, id) => {
  const report = await verify(await endorsed(id()), { offline: true, now })
  expect([report.outcome, report.warnings]).toEqual(['verified', []])
  const endorsers = vouchedAchievements(report).map(({ endorsers }) => endorsers)
  expect(endorsers).toEqual([[{ id: academy.id, name: 'Example Academy' }]])
})

it('does not name who endorses something else, and warns', async () => {
  const report = await verify(await endorsed(achievementId(9)), { offline: true, now })
  expect(report.outcome).toBe('verified')
  expect(report.warnings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'endorsement-of-other /endorsement/0/credentialSubject',
  ])
  expect(vouchedAchievements(report).map(({ endorsers }) => endorsers)).toEqual([[]])
})

it('has nothing to say about a document that is not verified at all', async () => {
  expect(vouchedAchievements(await verify('{}'))).toEqual([])
})
