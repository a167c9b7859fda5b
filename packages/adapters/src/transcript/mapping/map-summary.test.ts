import { describe, expect, it } from 'vitest'
import {
  course,
  importRecord,
  innerOf,
  innerOfType,
  lossesOf,
  resultsOf,
  session,
} from '../../../test/pesc-fixtures.js'

const gpa =
  '<GPA><CreditHoursAttempted>15.0</CreditHoursAttempted><CreditHoursEarned>12</CreditHoursEarned><CreditUnit>Semester</CreditUnit>' +
  '<GradePointAverage>3.50</GradePointAverage><TotalQualityPoints>42.0</TotalQualityPoints><CreditHoursforGPA>12</CreditHoursforGPA>' +
  '<GPARangeMinimum>0.0</GPARangeMinimum><GPARangeMaximum>4.0</GPARangeMaximum></GPA>'
const summary = (content: string, type = 'SenderOnly') =>
  `<AcademicSummary><AcademicSummaryType>${type}</AcademicSummaryType><AcademicSummaryLevel>Undergraduate</AcademicSummaryLevel>${content}</AcademicSummary>`

describe('mapSummary', () => {
  it('makes one credential of a record’s averages and totals, in their own digits', () => {
    const credential = innerOfType(importRecord(summary(gpa)).credential, 'Achievement')
    expect(credential.name).toBe('Summary of the academic record: sender only, undergraduate')
    expect(resultsOf(credential)).toEqual({
      'Grade point average': '3.50',
      'Credit hours attempted': '15.0',
      'Credit hours earned': '12',
      'Credit hours for GPA': '12',
      'Quality points': '42.0',
    })
    const { achievement } = credential.credentialSubject
    expect(achievement.tag).toEqual([
      'pesc:AcademicSummaryType=SenderOnly',
      'pesc:AcademicSummaryLevel=Undergraduate',
      'pesc:CreditUnit=Semester',
    ])
    expect(achievement.resultDescription?.find(({ resultType }) => resultType === 'GradePointAverage')).toMatchObject({
      valueMin: '0.0',
      valueMax: '4.0',
    })
  })

  it('keeps summaries of different kinds apart', () => {
    const { credential } = importRecord(summary(gpa) + summary(gpa, 'Cumulative') + session(summary(gpa)))
    const ids = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)
    expect(new Set(ids).size).toBe(3)
  })

  it('puts the facts of a term with the first summary that says something', () => {
    const detail =
      '<SessionDesignator>2020-08</SessionDesignator><SessionDesignatorSuffix>1</SessionDesignatorSuffix><SessionName>Fall</SessionName>' +
      '<SessionType>Semester</SessionType><SessionSchoolYear>2020-2021</SessionSchoolYear><NoteMessage>late start</NoteMessage>'
    const level = '<StudentLevel><StudentLevelCode>CollegeJunior</StudentLevelCode></StudentLevel>'
    const note = '<NoteMessage>On the list</NoteMessage>'
    const imported = importRecord(session(level + summary(gpa) + summary(gpa, 'Cumulative') + note, detail))
    const [first, second] = innerOf(imported.credential)
    expect(first && resultsOf(first)).toMatchObject({
      'Student level': 'CollegeJunior',
      Session: '2020-08',
      'Session suffix': '1',
      'Session type': 'Semester',
      'School year': '2020-2021',
    })
    expect(first?.credentialSubject).toMatchObject({ term: 'Fall', narrative: 'On the list\nlate start' })
    expect(second && Object.keys(resultsOf(second))).not.toContain('Session type')
    expect(imported.losses).toEqual([])
  })

  it('keeps the facts of a term that has no summary in the outline only, and its remarks in words', () => {
    const detail = '<SessionName>Fall</SessionName><SessionType>Semester</SessionType>'
    const xml = session(`${course()}<NoteMessage>Study abroad</NoteMessage>`, detail)
    expect(lossesOf(importRecord(xml))).toEqual({})
    const imported = importRecord(xml, { transcriptEntries: 'omit' })
    expect(lossesOf(imported)).toEqual({ SessionType: 'no-equivalent' })
    expect(imported.credential.description).toBe('Fall: Study abroad')
  })

  it('keeps rank and standing back unless they are asked for', () => {
    const xml = summary(
      `${gpa}<ClassRank>3</ClassRank><ClassSize>200</ClassSize><Delinquencies>ProbationGPA</Delinquencies>` +
        '<ExitReasonCode>1907</ExitReasonCode><AcademicStanding><StatusName>Warned</StatusName></AcademicStanding>' +
        '<Delinquencies><DelinquencyCode>GoodStanding</DelinquencyCode></Delinquencies>',
    )
    const closed = importRecord(xml)
    expect(lossesOf(closed)).toEqual({
      ClassRank: 'not-requested',
      ClassSize: 'not-requested',
      'Delinquencies[1]': 'not-requested',
      ExitReasonCode: 'not-requested',
      StatusName: 'not-requested',
      DelinquencyCode: 'not-requested',
    })
    const open = importRecord(xml, { include: ['class-rank', 'standing'] })
    expect(open.losses).toEqual([])
    expect(resultsOf(innerOfType(open.credential, 'Achievement'))).toMatchObject({
      'Class rank': '3',
      'Class size': '200',
      'Exit reason': '1907',
      'Academic standing': 'GoodStanding',
      'Academic standing, in words': 'Warned',
    })
  })

  const probation = '<Delinquencies>ProbationGPA</Delinquencies>'
  const noted = (note: string) => `<NoteMessage>${note}</NoteMessage>`

  it.each([
    ['summary', summary(gpa + probation + noted('CANARY'))],
    ['average', summary(gpa.replace('</GPA>', `${noted('CANARY')}</GPA>`) + probation)],
    ['term', session(summary(gpa + probation) + noted('CANARY'))],
    ['term whose summary says nothing else', course() + session(summary(probation) + noted('CANARY'))],
    ['record', summary(gpa + probation) + noted('CANARY')],
    [
      'program',
      session(
        `<AcademicProgram><AcademicProgramName>Arts</AcademicProgramName><ProgramSummary>${gpa}${probation}</ProgramSummary>${noted('CANARY')}</AcademicProgram>`,
      ),
    ],
    ['award', `<AcademicAward><AcademicSummary>${gpa}${probation}</AcademicSummary>${noted('CANARY')}</AcademicAward>`],
    ['reason to leave', summary(`${gpa}<ExitReasonCode>1907</ExitReasonCode>${noted('CANARY')}`)],
  ])('keeps the notes on a %s back together with the standing that they may tell', (_, xml) => {
    const closed = importRecord(xml)
    expect(JSON.stringify(closed)).not.toContain('CANARY')
    expect(lossesOf(closed)).toMatchObject({ NoteMessage: 'not-requested' })
    const open = importRecord(xml, { include: ['standing'] })
    expect(JSON.stringify(open.credential)).toContain('CANARY')
    expect(lossesOf(open)).not.toHaveProperty('NoteMessage')
  })

  it('keeps notes where no standing is', () => {
    const xml = session(summary(gpa + noted('Kept')) + summary(gpa + probation + noted('CANARY'), 'Cumulative'))
    const [first, second] = innerOf(importRecord(xml).credential)
    expect(first?.credentialSubject.narrative).toBe('Kept')
    expect(second?.credentialSubject).not.toHaveProperty('narrative')
  })

  it.each([
    ['note', noted('On the list')],
    ['honor', '<AcademicHonors><HonorsTitle>Prize</HonorsTitle></AcademicHonors>'],
  ])('does not call a mere %s averages and totals', (_, content) => {
    const descriptionOf = (xml: string) =>
      innerOfType(importRecord(session(summary(xml))).credential, 'Achievement').credentialSubject.achievement
    expect(descriptionOf(content)).toMatchObject({
      name: 'Summary of the term: sender only, undergraduate',
      description: 'Honors, remarks or other facts that the institution recorded of the term.',
      criteria: { narrative: 'The institution recorded it by its own rules.' },
    })
    expect(descriptionOf(content + gpa).description).toMatch(/^Averages and totals/)
  })

  it('names honors by how high they rank', () => {
    const honors =
      '<AcademicHonors><HonorsTitle>Dean&apos;s List</HonorsTitle><HonorsLevel>FirstHighest</HonorsLevel></AcademicHonors>' +
      '<AcademicHonors><HonorsTitle>Prize</HonorsTitle></AcademicHonors><AcademicHonors><HonorsLevel>ThirdHighest</HonorsLevel></AcademicHonors>'
    const credential = innerOfType(importRecord(summary(honors)).credential, 'Achievement')
    expect(resultsOf(credential)).toEqual({
      'Honors (FirstHighest)': "Dean's List",
      Honors: 'Prize',
      'Honors level': 'ThirdHighest',
    })
  })

  it('says nothing where a summary says nothing, and still maps its program', () => {
    const program = '<AcademicProgram><AcademicProgramName>Theology</AcademicProgramName></AcademicProgram>'
    const { credential } = importRecord(`<AcademicSummary><GPA/>${program}</AcademicSummary>`)
    expect(innerOf(credential).map(({ name }) => name)).toEqual(['Theology'])
  })

  it('is part of its program', () => {
    const program = '<AcademicProgram><AcademicProgramName>Theology</AcademicProgramName></AcademicProgram>'
    const { credential } = importRecord(summary(gpa + program))
    const [averages, theology] = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)
    expect(credential.credentialSubject.association).toMatchObject([
      { associationType: 'isPartOf', sourceId: averages, targetId: theology },
    ])
  })
})

describe('credits by subject', () => {
  const area = (content: string): Record<string, string | undefined> => {
    const xml = `<AcademicSummary><AcademicSummaryType>All</AcademicSummaryType>${content}</AcademicSummary>`
    return resultsOf(innerOfType(importRecord(xml, { transcriptEntries: 'omit' }).credential, 'Achievement'))
  }
  const subject = (content: string): string =>
    `<HighSchoolCreditSummary><HighSchoolSubjectArea><HighSchoolSubjectAreaName>English</HighSchoolSubjectAreaName>${content}</HighSchoolSubjectArea></HighSchoolCreditSummary>`

  it('name their subject and unit, also without a number', () => {
    expect(area(subject(''))).toEqual({ Subject: 'English' })
    expect(area(subject('<CourseCreditUnits>Semester</CourseCreditUnits>'))).toEqual({ Subject: 'English, Semester' })
    const credits = subject('<CreditHoursRequired>4</CreditHoursRequired>')
    expect(area(credits)).toEqual({ 'English: credits required': '4' })
  })
})
