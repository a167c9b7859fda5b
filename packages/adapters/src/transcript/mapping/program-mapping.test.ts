import { describe, expect, it } from 'vitest'
import {
  course,
  importDocument,
  importRecord,
  innerOf,
  innerOfType,
  record,
  resultsOf,
  session,
} from '../../../test/pesc-fixtures.js'

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
    ['no program, even the only one of its term, unless the source says so', program('One'), '', []],
    ['the first', two, 'FirstProgram', ['Algebra isPartOf One']],
    ['the second', two, 'SecondProgram', ['Algebra isPartOf Two']],
    ['both', two, 'BothPrograms', ['Algebra isPartOf One', 'Algebra isPartOf Two']],
    ['none of several', two, '', []],
    ['none, when the source says so', program('One'), 'NotApplicable', []],
  ])('makes a course part of %s', (_, programs, applicability, expected) => {
    const said = applicability && `<CourseApplicability>${applicability}</CourseApplicability>`
    expect(associationsOf(importRecord(term('Fall', programs + course(said))).credential)).toEqual(expected)
  })

  describe('of two awards that name a program alike', () => {
    const award = (title: string, ...names: string[]) =>
      `<AcademicAward><AcademicAwardTitle>${title}</AcademicAwardTitle>${names
        .map((name) => program(name, 'Major', 'AcademicAwardProgram'))
        .join('')}</AcademicAward>`
    const majors = (...names: string[]) => names.map((name) => program(name, 'Major')).join('')
    const awards = award('BSc', 'BSc in science', 'Chemistry') + award('MSc', 'MSc in science', 'Chemistry')

    /** Descriptions of programs of a name, with the terms of each. */
    const termsOf = ({ credential }: ReturnType<typeof importRecord>, named = 'Chemistry') =>
      Object.fromEntries(
        innerOf(credential)
          .filter(({ name }) => name === named)
          .map(({ credentialSubject: { achievement, result = [] } }) => [
            achievement.description,
            result.flatMap(({ status, value }) => (status === undefined ? value : [])),
          ]),
      )

    it('makes one for each, with the terms in which its other programs stand beside it', () => {
      const imported = importRecord(
        awards +
          term(
            'Fall 1',
            majors('BSc in science', 'Chemistry') + course('<CourseApplicability>SecondProgram</CourseApplicability>'),
          ) +
          term('Fall 2', majors('Chemistry', 'MSc in science', 'Elsewhere')),
      )
      expect(termsOf(imported)).toEqual({
        'Major: Chemistry, for the award BSc': ['Fall 1'],
        'Major: Chemistry, for the award MSc': ['Fall 2'],
      })
      expect(imported.losses).toEqual([])
      const [first, second] = innerOf(imported.credential).filter(({ name }) => name === 'Chemistry')
      const ofFirst = (imported.credential.credentialSubject.association ?? []).filter(({ sourceId, targetId }) =>
        [sourceId, targetId].includes(first?.credentialSubject.achievement.id ?? ''),
      )
      expect(ofFirst).toHaveLength(2)
      expect(first?.credentialSubject.achievement.id).not.toBe(second?.credentialSubject.achievement.id)
    })

    it('tells them apart by their ids where the awards have one title', () => {
      const levels = ['2.4', '4.2'].map((level) =>
        award('Degree', 'Chemistry').replace('<AcademicAward>', `$&<AcademicAwardLevel>${level}</AcademicAwardLevel>`),
      )
      const chemistry = innerOf(importRecord(levels.join('')).credential).filter(({ name }) => name === 'Chemistry')
      expect(new Set(chemistry.map(({ credentialSubject }) => credentialSubject.achievement.id)).size).toBe(2)
      expect(chemistry.map(resultsOf)).toEqual([{ 'Program status': 'Completed' }, { 'Program status': 'Completed' }])
    })

    it('takes the award of the same record', () => {
      const level = (title: string, fall: string) =>
        record(award(title, 'Chemistry') + term(fall, majors('Chemistry') + course()))
      expect(termsOf(importDocument({ records: level('BSc', 'Fall 1') + level('MSc', 'Fall 2') }))).toEqual({
        'Major: Chemistry, for the award BSc': ['Fall 1'],
        'Major: Chemistry, for the award MSc': ['Fall 2'],
      })
    })

    it.each([
      ['alone', majors('Chemistry')],
      ['beside programs of both', majors('BSc in science', 'Chemistry', 'MSc in science')],
    ])('puts a term in which it stands %s into neither, and reports that', (_, programs) => {
      const imported = importRecord(
        awards + term('Fall', programs + course('<CourseApplicability>BothPrograms</CourseApplicability>')),
      )
      expect(termsOf(imported)).toEqual({
        'Major: Chemistry, for the award BSc': [],
        'Major: Chemistry, for the award MSc': [],
      })
      const names = imported.losses.filter(({ path }) => path.endsWith('AcademicProgramName'))
      expect(names).toMatchObject([{ code: 'ambiguous', disposition: 'reduced' }])
      expect(associationsOf(imported.credential)).not.toContain('Algebra isPartOf Chemistry')
    })

    it('leaves a program one that no other award names', () => {
      const imported = importRecord(
        award('BSc', 'Physics') + award('MSc', 'Chemistry') + term('Fall', majors('Physics')),
      )
      expect(termsOf(imported, 'Physics')).toEqual({ 'Major: Physics': ['Fall'] })
    })
  })

  it('keeps remarks and the summary of a program', () => {
    const more =
      '<NoteMessage>CURRIC: ARTS</NoteMessage><ProgramSummary><GPA><GradePointAverage>3.1</GradePointAverage></GPA></ProgramSummary>'
    const { credential } = importRecord(term('Fall', program('Arts', undefined, 'AcademicProgram', more)))
    expect(innerOfType(credential, 'LearningProgram').credentialSubject.narrative).toBe('CURRIC: ARTS')
    expect(associationsOf(credential)).toEqual(['Summary of the program isPartOf Arts'])
  })
})
