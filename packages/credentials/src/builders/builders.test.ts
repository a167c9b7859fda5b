import { describe, expect, it } from 'vitest'
import { identityObject } from '../identity/index.js'
import { validate, validateSchema } from '../validate/index.js'
import {
  achievement,
  achievementCredential,
  achievementSubject,
  alignment,
  association,
  clrCredential,
  profile,
  result,
  resultDescription,
} from './index.js'

const issuer = profile({
  id: 'did:web:university.example',
  name: 'Example University',
  otherIdentifier: [{ identifierType: 'ext:opeid', identifier: '00999900' }],
  address: { addressCountryCode: 'US', geo: { latitude: 44.5, longitude: -89.5 } },
})
const grade = resultDescription({ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['F', 'D', 'C', 'B', 'A'] })
const rubric = resultDescription({
  name: 'Proofs',
  resultType: 'RubricCriterionLevel',
  rubricCriterionLevel: [{ id: 'urn:example:mastered', name: 'Mastered' }],
})
const algebra = achievement({
  achievementType: 'Course',
  name: 'Algebra',
  description: 'Groups, rings and fields.',
  criteria: { narrative: 'Pass the examination.' },
  creditsAvailable: 3,
  resultDescription: [grade, rubric],
  alignment: [
    alignment({ targetName: 'Algebraic structures', targetUrl: 'https://frameworks.example/1', targetType: 'CFItem' }),
  ],
})
const programme = achievement({
  achievementType: 'BachelorDegree',
  name: 'Mathematics',
  description: 'A programme.',
  criteria: { id: 'https://university.example/mathematics' },
})
const subject = achievementSubject({
  identifier: [identityObject({ identityType: 'emailAddress', identity: 'a@example.com' })],
  achievement: algebra,
  creditsEarned: 3,
  result: [
    result({ resultDescription: grade, value: 'A' }),
    result({ resultDescription: rubric, achievedLevel: 'urn:example:mastered' }),
  ],
})
const badge = achievementCredential({ issuer, validFrom: new Date(), credentialSubject: subject })
const record = clrCredential({
  name: 'Transcript',
  issuer,
  validFrom: new Date(),
  partial: false,
  credentialSubject: {
    id: 'did:example:learner',
    verifiableCredential: [badge],
    achievement: [programme],
    association: [association({ associationType: 'isChildOf', sourceId: algebra, targetId: programme })],
  },
})

describe('builders', () => {
  it('build credentials that validate finds nothing wrong with', () => {
    expect(validate(badge).findings).toEqual([])
    expect(validate(record).findings).toEqual([])
    expect(validate(issuer).findings).toEqual([])
  })

  it('build objects of their classes', () => {
    expect(validateSchema(algebra, 'Achievement')).toEqual([])
    expect(validateSchema(subject, 'AchievementSubject')).toEqual([])
    expect(validateSchema(grade, 'ResultDescription')).toEqual([])
    expect(validateSchema(subject.result?.[0], 'Result')).toEqual([])
    expect(validateSchema(algebra.alignment?.[0], 'Alignment')).toEqual([])
    expect(validateSchema(record.credentialSubject.association?.[0], 'Association')).toEqual([])
  })

  it('link results and associations by id', () => {
    expect(subject.result?.[0]?.resultDescription).toBe(grade.id)
    expect(record.credentialSubject.association?.[0]).toEqual({
      type: 'Association',
      associationType: 'isChildOf',
      sourceId: algebra.id,
      targetId: programme.id,
    })
  })

  it('give what was built back unchanged', () => {
    expect(achievement(algebra)).toEqual(algebra)
    expect(achievementSubject(subject)).toEqual(subject)
    expect(achievementCredential(badge)).toEqual(badge)
    expect(clrCredential(record)).toEqual(record)
  })

  it('build plain JSON', () => {
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  })

  it('refuse a record whose associations dangle or run in a circle', () => {
    const { id: _, ...input } = record
    const withAssociation = (associationType: 'isPartOf' | 'isChildOf', sourceId: string, targetId: string): unknown =>
      clrCredential({
        ...input,
        credentialSubject: { ...record.credentialSubject, association: [{ associationType, sourceId, targetId }] },
      })
    expect(() => withAssociation('isPartOf', badge.id, programme.id)).toThrow(
      expect.objectContaining({
        findings: [
          expect.objectContaining({
            code: 'association-end-unknown',
            pointer: '/credentialSubject/association/0/sourceId',
          }),
        ],
      }),
    )
    expect(() => withAssociation('isChildOf', programme.id, programme.id)).toThrow(
      expect.objectContaining({
        findings: [expect.objectContaining({ code: 'association-cycle', pointer: '/credentialSubject/association/0' })],
      }),
    )
  })
})
