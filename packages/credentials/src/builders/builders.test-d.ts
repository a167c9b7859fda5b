import { describe, expectTypeOf, it } from 'vitest'
import {
  type Achievement,
  type AchievementCredential,
  type AchievementSubject,
  achievement,
  achievementCredential,
  achievementHierarchy,
  achievementSubject,
  association,
  type ClrCredential,
  caseAlignment,
  clrCredential,
  ctdlAlignment,
  type EndorsementCredential,
  type Evidence,
  endorsementCredential,
  evidence,
  type Image,
  image,
  profile,
  type Result,
  type ResultDescription,
  type RubricCriterionLevel,
  result,
  resultDescription,
  rubricCriterionLevel,
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
    expectTypeOf(
      endorsementCredential({ name: 'Endorsement', issuer, validFrom, credentialSubject: { id: issuer } }),
    ).toEqualTypeOf<EndorsementCredential>()
    expectTypeOf(evidence({ name: 'Thesis' })).toEqualTypeOf<Evidence>()
    expectTypeOf(image(new Uint8Array(), { caption: 'A seal' })).toEqualTypeOf<Image>()
    expectTypeOf(rubricCriterionLevel({ name: 'Good' })).toExtend<RubricCriterionLevel>()
    expectTypeOf(result({ value: 'A' })).toEqualTypeOf<Result>()
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

  it('fit where their class, or perhaps nothing, is expected', () => {
    const input = { name: 'Algebra', description: 'Groups.', criteria }
    expectTypeOf((): Achievement | undefined => achievement(input)).toBeFunction()
    const subject = { id: 'did:example:learner', achievement: algebra }
    const one: AchievementCredential | ClrCredential = achievementCredential({
      issuer,
      validFrom,
      credentialSubject: subject,
    })
    expectTypeOf(one).toEqualTypeOf<AchievementCredential>()
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

  it('need credentials and a name for a record, an id for a profile, and what is endorsed', () => {
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
    const credentialSubject = { endorsementComment: 'Good.' }
    // @ts-expect-error Property 'id' is missing
    endorsementCredential({ name: 'Endorsement', issuer, validFrom, credentialSubject })
  })

  it('take the terms of enumerations, and those of one’s own where there may be any', () => {
    achievement({ achievementType: 'ext:Bootcamp', name: 'Algebra', description: 'Groups.', criteria })
    // @ts-expect-error no such term
    achievement({ achievementType: 'Curse', name: 'Algebra', description: 'Groups.', criteria })
    // @ts-expect-error not extensible
    result({ status: 'ext:Paused' })
  })

  it('take no numbers for texts, nor texts for numbers', () => {
    // @ts-expect-error a number
    result({ value: 4 })
    // @ts-expect-error a text
    achievementSubject({ id: 'did:example:learner', achievement: algebra, creditsEarned: '3' })
  })

  it('take no strange members in closed classes', () => {
    // @ts-expect-error `note`
    association({ associationType: 'isChildOf', sourceId: algebra, targetId: algebra, note: 'A part.' })
    // @ts-expect-error `alt`
    achievement({ name: 'Algebra', description: 'Groups.', criteria, image: { id: issuer, alt: 'A seal' } })
  })

  it('link objects of the right class', () => {
    association({ associationType: 'isChildOf', sourceId: algebra, targetId: 'urn:example:programme' })
    // @ts-expect-error an achievement is no result description
    result({ resultDescription: algebra, value: 'A' })
    // @ts-expect-error associations are between achievements, not credentials
    association({ associationType: 'isChildOf', sourceId: badge, targetId: algebra })
    // @ts-expect-error no such association
    association({ associationType: 'isAbove', sourceId: algebra, targetId: algebra })
    // @ts-expect-error a hierarchy is one of achievements
    achievementHierarchy({ achievement: badge })
    // @ts-expect-error a part is no child of several kinds
    achievementHierarchy({ achievement: algebra }, { associationType: 'isPeerOf' })
  })

  it('know the fields of frameworks', () => {
    // @ts-expect-error Property 'uri' is missing
    caseAlignment({ identifier: '5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11', fullStatement: 'Works in teams' })
    // @ts-expect-error Property 'name' is missing
    ctdlAlignment({ ctid: 'ce-0a5e6f3c-2b7d-4f3c-8d11-3c5a9e7f1b20' })
    // @ts-expect-error no such option
    caseAlignment({ identifier: '', uri: '', fullStatement: '' }, { targetCode: 'notes' })
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

describe('results', () => {
  const state = resultDescription({ name: 'State', resultType: 'Status' })
  const grade = resultDescription({ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['F', 'A'] })
  const begun = rubricCriterionLevel({ name: 'Begun' })
  const mastered = rubricCriterionLevel({ name: 'Mastered' })
  const rubric = resultDescription({
    name: 'Proofs',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: [begun, mastered],
    requiredLevel: mastered,
  })
  const elsewhere = rubricCriterionLevel({ name: 'Elsewhere' })

  it('are described by what remembers its kind, values and levels', () => {
    expectTypeOf(grade).toExtend<ResultDescription>()
    expectTypeOf(grade.resultType).toEqualTypeOf<'LetterGrade'>()
    expectTypeOf(grade.allowedValue?.[0]).toEqualTypeOf<'F' | 'A' | undefined>()
    expectTypeOf(rubric.rubricCriterionLevel?.[0]?.name).toEqualTypeOf<'Begun' | 'Mastered' | undefined>()
  })

  it('need a status when they are described as one', () => {
    result({ resultDescription: state, status: 'Completed' })
    // @ts-expect-error Property 'status' is missing
    result({ resultDescription: state })
    // @ts-expect-error Property 'status' is missing
    result({ resultDescription: state, value: 'Completed' })
    // @ts-expect-error null is none
    result({ resultDescription: state, status: null })
    result({ resultDescription: state.id, value: 'Completed' })
  })

  it('reach levels of their description', () => {
    result({ resultDescription: rubric, achievedLevel: mastered })
    result({ resultDescription: rubric, achievedLevel: elsewhere.id })
    // @ts-expect-error not one of its levels
    result({ resultDescription: rubric, achievedLevel: elsewhere })
    const described = { name: 'Proofs', resultType: 'RubricCriterionLevel', rubricCriterionLevel: [begun] } as const
    // @ts-expect-error nor can it be needed
    resultDescription({ ...described, requiredLevel: elsewhere })
  })

  it('take what the specification takes', () => {
    result({})
    result({ resultDescription: grade, value: 'B' })
    result({ resultDescription: {} as ResultDescription, value: 'A' })
    result({ resultDescription: 'urn:example:grade', achievedLevel: 'urn:example:level', status: 'Failed' })
  })

  it('find slips of the pen, and take members of other vocabularies', () => {
    // @ts-expect-error `valu`
    result({ resultDescription: grade, valu: 'A' })
    const named = { name: 'Proofs', resultType: 'ext:Proof' } as const
    // @ts-expect-error `descripton`
    resultDescription({ ...named, rubricCriterionLevel: [{ name: 'A', descripton: '' }] })
    const extended = resultDescription<{ scale: string }>({ name: 'Grade', resultType: 'LetterGrade', scale: '4.0' })
    expectTypeOf(result<{ note: string }>({ resultDescription: extended, note: 'Late.' }).note).toBeString()
  })
})
