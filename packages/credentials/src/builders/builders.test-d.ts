import { describe, expectTypeOf, it } from 'vitest'
import {
  type Achievement,
  type AchievementCredential,
  type AchievementSubject,
  achievement,
  achievementCredential,
  association,
  type ClrCredential,
  clrCredential,
  profile,
  type ResultDescription,
  result,
  resultDescription,
} from '../index.js'

const issuer = 'https://university.example'
const validFrom = new Date()
const criteria = { narrative: 'Pass the examination.' }
const algebra = {} as Achievement
const badge = {} as AchievementCredential

// What follows is only compiled, never run.
describe('builders', () => {
  it('return the finished class', () => {
    expectTypeOf(achievement({ name: 'Algebra', description: 'Groups.', criteria })).toEqualTypeOf<Achievement>()
    expectTypeOf(
      achievementCredential({
        issuer,
        validFrom,
        credentialSubject: { id: 'did:example:learner', achievement: algebra },
      }),
    ).toEqualTypeOf<AchievementCredential>()
  })

  it('take finished objects, dates and nothings', () => {
    const subject = {} as AchievementSubject
    achievementCredential({
      issuer: profile({ id: issuer }),
      validFrom: '2026-05-31T09:00:00Z',
      validUntil: null,
      evidence: undefined,
      credentialSubject: subject,
    })
    expectTypeOf(
      clrCredential({
        name: 'Transcript',
        issuer,
        validFrom,
        credentialSubject: { id: 'did:example:learner', verifiableCredential: [badge] },
      }),
    ).toEqualTypeOf<ClrCredential>()
  })

  it('need criteria that say something', () => {
    // @ts-expect-error Property 'criteria' is missing
    achievement({ name: 'Algebra', description: 'Groups.' })
    // @ts-expect-error neither id nor narrative
    achievement({ name: 'Algebra', description: 'Groups.', criteria: {} })
  })

  it('need to know who the learner is', () => {
    // @ts-expect-error neither id nor identifier
    achievementCredential({ issuer, validFrom, credentialSubject: { achievement: algebra } })
    // @ts-expect-error null names nobody
    achievementCredential({ issuer, validFrom, credentialSubject: { id: null, achievement: algebra } })
    // @ts-expect-error neither id nor identifier
    clrCredential({ name: 'Transcript', issuer, validFrom, credentialSubject: { verifiableCredential: [badge] } })
  })

  it('need credentials and a name for a record, and an id for a profile', () => {
    // @ts-expect-error Property 'verifiableCredential' is missing
    clrCredential({ name: 'Transcript', issuer, validFrom, credentialSubject: { id: 'did:example:learner' } })
    // @ts-expect-error Property 'name' is missing
    clrCredential({
      issuer,
      validFrom,
      credentialSubject: { id: 'did:example:learner', verifiableCredential: [badge] },
    })
    // @ts-expect-error Property 'id' is missing
    profile({ name: 'Example University' })
  })

  it('link objects of the right class', () => {
    const grade = resultDescription({ name: 'Grade', resultType: 'LetterGrade' })
    expectTypeOf(grade).toEqualTypeOf<ResultDescription>()
    result({ resultDescription: grade, value: 'A' })
    // @ts-expect-error an achievement is no result description
    result({ resultDescription: algebra, value: 'A' })
    association({ associationType: 'isChildOf', sourceId: algebra, targetId: 'urn:example:programme' })
    // @ts-expect-error associations are between achievements, not credentials
    association({ associationType: 'isChildOf', sourceId: badge, targetId: algebra })
    // @ts-expect-error no such association
    association({ associationType: 'isAbove', sourceId: algebra, targetId: algebra })
  })

  it('find slips of the pen, and take members of other vocabularies when told their types', () => {
    // @ts-expect-error `descripton`
    achievement({ name: 'Algebra', descripton: 'Groups.', description: 'Groups.', criteria })
    const extended = achievement<{ 'ceterms:ctid': string }>({
      name: 'Algebra',
      description: 'Groups.',
      criteria,
      'ceterms:ctid': 'ce-1',
    })
    expectTypeOf(extended['ceterms:ctid']).toBeString()
    // @ts-expect-error the extension is a string
    achievement<{ 'ceterms:ctid': string }>({ name: 'Algebra', description: 'Groups.', criteria, 'ceterms:ctid': 1 })
  })
})
