import { describe, expect, it } from 'vitest'
import {
  course,
  importDocument,
  importRecord,
  innerOf,
  innerOfType,
  lossesOf,
  resultsOf,
  session,
} from '../../../test/pesc-fixtures.js'

describe('mapTest', () => {
  it('makes a credential of every subtest, below the test', () => {
    const subtest = (name: string, score: string, method: string) =>
      `<Subtest><SubtestCode>${name}</SubtestCode><SubtestName>${name}</SubtestName><TestScores><ScoreValue>${score}</ScoreValue>` +
      `<TestScoreMethod>${method}</TestScoreMethod><ScoreSelfreportedIndicator>true</ScoreSelfreportedIndicator></TestScores></Subtest>`
    const { credential, losses } = importDocument({
      student:
        '<Tests><TestCode>XYZ</TestCode><TestName>Entrance Test</TestName><TestYearMonth>2019-04</TestYearMonth>' +
        `${subtest('Mathematics', '540', 'Scaled')}${subtest('Reading', '71', 'Percentile')}</Tests>`,
    })
    const [mathematics, reading] = innerOf(credential).slice(1)
    expect(mathematics?.credentialSubject).toMatchObject({
      term: '2019-04',
      achievement: {
        achievementType: 'Assessment',
        name: 'Entrance Test: Mathematics',
        tag: ['pesc:SubtestCode=Mathematics'],
      },
    })
    expect(mathematics && resultsOf(mathematics)).toEqual({ 'Score (Scaled) [self-reported: true]': '540' })
    expect(mathematics?.credentialSubject.achievement.resultDescription?.[0]?.resultType).toBe('ScaledScore')
    expect(reading?.credentialSubject.achievement.resultDescription?.[0]?.resultType).toBe('Result')
    const [test] = credential.credentialSubject.achievement ?? []
    expect(test).toMatchObject({ name: 'Entrance Test', tag: ['pesc:TestCode=XYZ'] })
    expect(credential.credentialSubject.association).toMatchObject(
      [mathematics, reading].map((inner) => ({
        associationType: 'isChildOf',
        sourceId: inner?.credentialSubject.achievement.id,
        targetId: test?.id,
      })),
    )
    expect(losses).toEqual([])
  })
})

describe('mapExperience', () => {
  it('makes fieldwork of a placement, created by its sponsor', () => {
    const imported = importRecord(
      session(
        '<LearningExperience><SponsorOrganization>River Trust</SponsorOrganization><Mentor><Name><LastName>CANARY</LastName></Name></Mentor>' +
          '<PlacementLocation>North Bank</PlacementLocation><LearningReflection>I learned to row.</LearningReflection></LearningExperience>',
      ),
    )
    const fieldwork = innerOfType(imported.credential, 'Fieldwork')
    expect(fieldwork).toMatchObject({
      evidence: [{ narrative: 'I learned to row.' }, { genre: 'Transcript entry' }],
      credentialSubject: { term: 'Fall 2020', achievement: { creator: { name: 'River Trust' } } },
    })
    expect(resultsOf(fieldwork)).toEqual({ 'Placement location': 'North Bank' })
    expect(lossesOf(imported)).toMatchObject({ LastName: 'personal-data' })
    expect(JSON.stringify(imported)).not.toContain('CANARY')
  })
})

describe('mapAdditional', () => {
  it('makes achievements of what a record says beside courses', () => {
    const qualifier = (kind: string, code: string, met: string) =>
      `<${kind}><RAPCode>${code}</RAPCode><RAPName>${kind} ${code}</RAPName><ConditionsMetCode>${met}</ConditionsMetCode></${kind}>`
    const imported = importRecord(
      `${course()}<AdditionalStudentAchievements>${qualifier('Requirement', 'R', 'Yes')}${qualifier('Attribute', 'A', 'No')}` +
        `${qualifier('Proficiency', 'P', 'Yes')}<Language><LanguageCode>spa</LanguageCode><LanguageProficiency>Good</LanguageProficiency></Language>` +
        '<Licensure><LicensureName>Teacher</LicensureName><LicensureFulfillmentCode>Complete</LicensureFulfillmentCode></Licensure>' +
        '<NoteMessage>seen</NoteMessage></AdditionalStudentAchievements>',
    )
    const added = innerOf(imported.credential).slice(1)
    expect(added.map(({ name, credentialSubject }) => [credentialSubject.achievement.achievementType, name])).toEqual([
      ['Achievement', 'Requirement R'],
      ['Competency', 'Proficiency P'],
      ['Competency', 'Language spa'],
      ['License', 'Teacher'],
    ])
    expect(added[3]?.credentialSubject.result).toMatchObject([{ status: 'Completed', value: 'Complete' }])
    // What was not met must not look like an achievement.
    expect(lossesOf(imported)).toEqual({
      RAPCode: 'no-equivalent',
      RAPName: 'no-equivalent',
      ConditionsMetCode: 'no-equivalent',
    })
    expect(imported.credential.description).toBe('seen')
  })
})
