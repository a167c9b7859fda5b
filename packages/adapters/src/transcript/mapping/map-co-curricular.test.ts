import { describe, expect, it } from 'vitest'
import { options, resultsOf } from '../../../test/pesc-fixtures.js'
import { transcriptFromFacts } from '../facts/index.js'
import { clrFromTranscript } from '../index.js'

const inner = (facts: Record<string, string>, more = {}) =>
  [
    ...clrFromTranscript(transcriptFromFacts(new Map(Object.entries(facts))), { ...options, ...more }).credential
      .credentialSubject.verifiableCredential,
  ] as never as readonly {
    readonly evidence?: readonly object[]
    readonly credentialSubject: {
      readonly achievement: Record<string, unknown>
      readonly term?: string
      readonly role?: string
    }
  }[]

describe('learning beside the curriculum', () => {
  const at = '/records[1]/coCurricular'
  const facts = {
    [`${at}/categories[1]`]: 'CommunityService',
    [`${at}/department/names[1]`]: 'Service Office',
    [`${at}/evidence[1]/address`]: 'https://work.example/1',
    [`${at}/programs[1]/name`]: 'Notation in service',
    [`${at}/programs[1]/outcomes[1]/description`]: 'Acts as a citizen',
  }

  it('is an achievement of its category, by the department, with its outcomes and evidence', () => {
    const [credential] = inner(facts)
    expect(credential?.credentialSubject.achievement).toMatchObject({
      achievementType: 'CommunityService',
      name: 'Notation in service',
      creator: { name: 'Service Office' },
      tag: ['pesc:AchievementCategoryCode=CommunityService'],
    })
    expect(credential?.evidence).toContainEqual(expect.objectContaining({ id: 'https://work.example/1' }))
    const { credential: clr } = clrFromTranscript(transcriptFromFacts(new Map(Object.entries(facts))), options)
    expect(clr.credentialSubject.achievement).toMatchObject([
      { achievementType: 'Competency', name: 'Acts as a citizen' },
    ])
    expect(clr.credentialSubject.association).toMatchObject([{ associationType: 'isChildOf' }])
  })

  it('makes an experience of the record one of its category', () => {
    const [experience] = inner({ ...facts, '/records[1]/sessions[1]/experiences[1]/sponsor': 'River Trust' })
    expect(experience?.credentialSubject.achievement).toMatchObject({ achievementType: 'CommunityService' })
  })
})

describe('activities', () => {
  it('are co-curricular achievements, with months in words and an office as role', () => {
    const [club] = inner({
      '/activities/extracurricular[1]/description': 'Chess club',
      '/activities/extracurricular[1]/beginYearMonth': '2015-09',
      '/activities/extracurricular[1]/endYearMonth': '2016-06',
      '/activities/extracurricular[1]/weeklyHours': '2',
      '/activities/extracurricular[1]/leadershipPosition': 'Chair',
    })
    expect(club?.credentialSubject).toMatchObject({
      achievement: { achievementType: 'CoCurricular', name: 'Chess club' },
      term: '2015-09 to 2016-06',
      role: 'Chair',
    })
    expect(resultsOf(club as never)).toEqual({ 'Hours a week': '2' })
  })

  it('are prizes by their category', () => {
    const [prize] = inner({
      '/activities/achievements[1]/title': 'Essay prize',
      '/activities/achievements[1]/category': 'Academic',
      '/activities/achievements[1]/sponsor': 'City Library',
      '/activities/achievements[1]/awardYear': '2015',
    })
    expect(prize?.credentialSubject).toMatchObject({
      achievement: { achievementType: 'Award', name: 'Essay prize', creator: { name: 'City Library' } },
      term: '2015',
    })
  })
})

describe('scores of a whole test and credits by subject', () => {
  it('are results', () => {
    const [, summary] = inner({
      '/records[1]/summaries[1]/subjectAreas[1]/name': 'English',
      '/records[1]/summaries[1]/subjectAreas[1]/creditEarned': '3.5',
      '/records[1]/courses[1]/title': 'Algebra',
    }).toReversed()
    expect(resultsOf(summary as never)).toEqual({ 'English: credits earned': '3.5' })
    const [test] = inner({
      '/tests[1]/name': 'State test',
      '/tests[1]/scaleScore': '2500',
      '/tests[1]/achievementLevel': '3',
    })
    expect(resultsOf(test as never)).toEqual({ 'Scale score': '2500', 'Achievement level': '3' })
  })
})
