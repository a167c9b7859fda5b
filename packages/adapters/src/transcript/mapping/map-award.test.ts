import { describe, expect, it } from 'vitest'
import { importRecord, innerOf, innerOfType, lossesOf, resultsOf } from '../../../test/pesc-fixtures.js'

const award = (content: string) => importRecord(`<AcademicAward>${content}</AcademicAward>`)

describe('mapAward', () => {
  it('makes a degree of an award, with its dates, field and honors', () => {
    const { credential, losses } = award(
      '<AcademicAwardLevel>2.4</AcademicAwardLevel><AcademicAwardDate>2024-05-18</AcademicAwardDate>' +
        '<AcademicAwardTitle>Bachelor of Science</AcademicAwardTitle>' +
        '<AcademicHonors><HonorsTitle>Cum Laude</HonorsTitle></AcademicHonors>' +
        '<AcademicCompletionIndicator>true</AcademicCompletionIndicator><AcademicCompletionDate>2024-05-10-05:00</AcademicCompletionDate>' +
        '<AcademicAwardProgram><AcademicProgramType>Major</AcademicProgramType><AcademicProgramName>Biology</AcademicProgramName></AcademicAwardProgram>' +
        '<AcademicAwardProgram><AcademicProgramType>Focus</AcademicProgramType><AcademicProgramName>Rivers</AcademicProgramName></AcademicAwardProgram>' +
        '<NoteMessage>Co-op</NoteMessage>',
    )
    const degree = innerOfType(credential, 'BachelorDegree')
    expect(degree).toMatchObject({
      name: 'Bachelor of Science',
      awardedDate: '2024-05-18T00:00:00Z',
      credentialSubject: {
        activityEndDate: '2024-05-10T05:00:00Z',
        narrative: 'Co-op',
        achievement: { fieldOfStudy: 'Biology', specialization: 'Rivers', tag: ['pesc:AcademicAwardLevel=2.4'] },
      },
    })
    expect(resultsOf(degree)).toEqual({ 'Award status': 'Completed', Honors: 'Cum Laude' })
    expect(losses).toEqual([])
  })

  it.each([
    ['true', 'Completed', 'Completed'],
    ['True', 'Completed', 'Completed'],
    ['1', 'Completed', 'Completed'],
    ['false', 'InProgress', 'Not completed'],
    ['0', 'InProgress', 'Not completed'],
    ['soon', undefined, 'soon'],
  ])('takes completion %s for %s, and says %s', (completed, status, value) => {
    const { credential } = award(`<AcademicCompletionIndicator>${completed}</AcademicCompletionIndicator>`)
    const [result] = innerOf(credential)[0]?.credentialSubject.result ?? []
    expect([result?.status, result?.value]).toEqual([status, value])
  })

  it('does not say that the program of an award that is not completed is', () => {
    const { credential, losses } = award(
      '<AcademicAwardTitle>BA</AcademicAwardTitle><AcademicCompletionIndicator>false</AcademicCompletionIndicator>' +
        '<AcademicAwardProgram><AcademicProgramName>Arts</AcademicProgramName></AcademicAwardProgram>',
    )
    expect(innerOfType(credential, 'LearningProgram').credentialSubject.result).toBeUndefined()
    expect(losses).toEqual([])
  })

  it('has no single field of study with two majors', () => {
    const major = (name: string) =>
      `<AcademicAwardProgram><AcademicProgramType>Major</AcademicProgramType><AcademicProgramName>${name}</AcademicProgramName></AcademicAwardProgram>`
    const { credential } = award(`<AcademicAwardTitle>BA</AcademicAwardTitle>${major('One')}${major('Two')}`)
    expect(innerOf(credential)[0]?.credentialSubject.achievement).not.toHaveProperty('fieldOfStudy')
  })

  it('shows a thesis as evidence, and not its advisor', () => {
    const imported = award(
      '<AcademicDegreeRequirement><ThesisDissertationTitle>On rivers</ThesisDissertationTitle>' +
        '<ThesisDissertationAdvisor>CANARY</ThesisDissertationAdvisor><URLAddress>https://theses.example/1</URLAddress>' +
        '<NoteMessage>passed</NoteMessage></AcademicDegreeRequirement>' +
        '<AcademicDegreeRequirement><ThesisDissertationTitle>On lakes</ThesisDissertationTitle><URLAddress>theses.example/2</URLAddress></AcademicDegreeRequirement>',
    )
    expect(innerOf(imported.credential)[0]?.evidence?.slice(0, 2)).toMatchObject([
      { id: 'https://theses.example/1', name: 'On rivers', narrative: 'passed', genre: 'Thesis or dissertation' },
      { name: 'On lakes' },
    ])
    expect(lossesOf(imported)).toEqual({ ThesisDissertationAdvisor: 'personal-data', URLAddress: 'invalid-value' })
    expect(JSON.stringify(imported)).not.toContain('CANARY')
  })

  it('has its averages as a part', () => {
    const { credential } = award(
      '<AcademicAwardTitle>BA</AcademicAwardTitle><AcademicSummary><GPA><GradePointAverage>0.0</GradePointAverage></GPA></AcademicSummary>',
    )
    const [degree, averages] = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)
    expect(credential.credentialSubject.association).toMatchObject([
      { associationType: 'isPartOf', sourceId: averages, targetId: degree },
    ])
  })

  it('loses a date that is none', () => {
    const imported = award('<AcademicAwardDate>2024-05</AcademicAwardDate>')
    expect(lossesOf(imported)).toEqual({ AcademicAwardDate: 'invalid-value' })
    expect(innerOf(imported.credential)[0]).not.toHaveProperty('awardedDate')
  })
})
