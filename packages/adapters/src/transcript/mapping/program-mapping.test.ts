import { describe, expect, it } from 'vitest'
import { course, importRecord, innerOf, innerOfType, session } from '../../../test/pesc-fixtures.js'

const program = (name: string, type?: string, element = 'AcademicProgram', more = '') =>
  `<${element}>${type === undefined ? '' : `<AcademicProgramType>${type}</AcademicProgramType>`}<AcademicProgramName>${name}</AcademicProgramName>${more}</${element}>`
const term = (name: string, content: string) => session(content, `<SessionName>${name}</SessionName>`)

/** Associations in words: source, type, target. */
function associationsOf(credential: ReturnType<typeof importRecord>['credential']): string[] {
  const names = new Map(
    innerOf(credential).map(({ credentialSubject: { achievement } }) => [achievement.id, achievement.name]),
  )
  return (credential.credentialSubject.association ?? []).map(
    ({ sourceId, associationType, targetId }) => `${names.get(sourceId)} ${associationType} ${names.get(targetId)}`,
  )
}

describe('ProgramMapping', () => {
  it('makes one credential of a program that every term names again', () => {
    const biology = program('Biology', 'Major')
    const { credential } = importRecord(
      term('Fall', biology) + term('Spring', biology + program('Statistics', 'Minor')),
    )
    const [major, minor] = innerOf(credential)
    expect(innerOf(credential)).toHaveLength(2)
    expect(major?.credentialSubject).toMatchObject({
      achievement: {
        achievementType: 'LearningProgram',
        name: 'Biology',
        description: 'Major: Biology',
        tag: ['pesc:AcademicProgramType=Major'],
      },
      result: [{ value: 'Fall' }, { value: 'Spring' }],
    })
    expect(minor?.credentialSubject.result).toMatchObject([{ value: 'Spring' }])
  })

  it('carries codes as identifiers, and names a nameless program by them', () => {
    const xml =
      '<AcademicProgram><ProgramCIPCode>11.0101</ProgramCIPCode><AcademicProgramType>SecondMajor</AcademicProgramType></AcademicProgram>'
    const { achievement } = innerOfType(importRecord(term('Fall', xml)).credential, 'LearningProgram').credentialSubject
    expect(achievement).toMatchObject({
      name: 'Second Major 11.0101',
      otherIdentifier: [{ identifierType: 'ext:CIP', identifier: '11.0101' }],
    })
  })

  it('puts majors and minors into the award, and a concentration below the only major', () => {
    const { credential } = importRecord(
      '<AcademicAward><AcademicAwardTitle>BSc</AcademicAwardTitle>' +
        program('Biology', 'Major', 'AcademicAwardProgram') +
        program('Statistics', 'Minor', 'AcademicAwardProgram') +
        program('Ecology', 'Concentration', 'AcademicAwardProgram') +
        '</AcademicAward>',
    )
    expect(associationsOf(credential)).toEqual([
      'Biology isPartOf BSc',
      'Statistics isPartOf BSc',
      'Ecology isChildOf Biology',
    ])
    const biology = innerOf(credential).find(({ name }) => name === 'Biology')
    expect(biology?.credentialSubject.result).toMatchObject([{ status: 'Completed' }])
  })

  it('does not guess which of two majors a concentration belongs to', () => {
    const { credential } = importRecord(
      '<AcademicAward><AcademicAwardTitle>BSc</AcademicAwardTitle>' +
        ['Biology', 'Physics'].map((name) => program(name, 'Major', 'AcademicAwardProgram')).join('') +
        program('Ecology', 'Concentration', 'AcademicAwardProgram') +
        '</AcademicAward>',
    )
    expect(associationsOf(credential)).toContain('Ecology isPartOf BSc')
  })

  const two = program('One') + program('Two')
  it.each([
    ['the only program of its term', program('One'), '', ['Algebra isPartOf One']],
    ['the first', two, 'FirstProgram', ['Algebra isPartOf One']],
    ['the second', two, 'SecondProgram', ['Algebra isPartOf Two']],
    ['both', two, 'BothPrograms', ['Algebra isPartOf One', 'Algebra isPartOf Two']],
    ['none of several', two, '', []],
    ['none, when the source says so', program('One'), 'NotApplicable', []],
  ])('makes a course part of %s', (_, programs, applicability, expected) => {
    const said = applicability && `<CourseApplicability>${applicability}</CourseApplicability>`
    expect(associationsOf(importRecord(term('Fall', programs + course(said))).credential)).toEqual(expected)
  })

  it('keeps remarks and the summary of a program', () => {
    const more =
      '<NoteMessage>CURRIC: ARTS</NoteMessage><ProgramSummary><GPA><GradePointAverage>3.1</GradePointAverage></GPA></ProgramSummary>'
    const { credential } = importRecord(term('Fall', program('Arts', undefined, 'AcademicProgram', more)))
    expect(innerOfType(credential, 'LearningProgram').credentialSubject.narrative).toBe('CURRIC: ARTS')
    expect(associationsOf(credential)).toEqual(['Summary of the program isPartOf Arts'])
  })
})
