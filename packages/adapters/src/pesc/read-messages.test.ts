import { describe, expect, it } from 'vitest'
import { options } from '../../test/pesc-fixtures.js'
import { clrFromPescTranscript } from './clr-from-pesc.js'
import { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'

const lossesOf = (xml: string, index = 0): Record<string, string> =>
  Object.fromEntries(
    (transcriptsFromPesc(xml)[index]?.losses ?? []).map(({ path, code }) => [
      path.slice(path.lastIndexOf('/') + 1),
      code,
    ]),
  )

describe('HighSchoolTranscript', () => {
  const summary =
    '<AcademicSummary><HighSchoolCreditSummary>' +
    '<HighSchoolSubjectArea><HighSchoolSubjectAreaCode>English</HighSchoolSubjectAreaCode><CreditHoursRequired>4</CreditHoursRequired></HighSchoolSubjectArea>' +
    '<HighSchoolSubjectArea><HighSchoolSubjectAreaCode>Math</HighSchoolSubjectAreaCode></HighSchoolSubjectArea>' +
    '</HighSchoolCreditSummary></AcademicSummary>'
  const person =
    '<ParentGuardian><Name><LastName>CANARY</LastName></Name></ParentGuardian><EthnicityRace><RaceCode>CANARY</RaceCode></EthnicityRace>'
  const xml = `<q1:HighSchoolTranscript xmlns:q1="urn:x"><Student><Person>${person}</Person><AcademicRecord>${summary}</AcademicRecord></Student></q1:HighSchoolTranscript>`

  it('has credits by subject', () => {
    const [read] = transcriptsFromPesc(xml)
    expect(read?.message).toBe('HighSchoolTranscript')
    expect(read?.transcript.records[0]?.summaries[0]?.subjectAreas).toMatchObject([
      { code: 'English', creditRequired: '4' },
      { code: 'Math' },
    ])
  })

  it('keeps parents and ethnicity to itself', () => {
    expect(lossesOf(xml)).toEqual({ LastName: 'personal-data', RaceCode: 'personal-data' })
    expect(JSON.stringify(transcriptsFromPesc(xml)[0]?.transcript)).not.toContain('CANARY')
  })
})

describe('LearningRecord', () => {
  const detail =
    '<LearningRecordDetail><Person><Name><FirstName>Alex</FirstName></Name></Person><AcademicLearning>' +
    '<School><OrganizationName>College</OrganizationName></School><Department><OrganizationName>Arts</OrganizationName></Department>' +
    '<AchievementCategoryCode>Leadership</AchievementCategoryCode><AchievementCategoryCode>Arts</AchievementCategoryCode>' +
    '<ProgramInstructionMethod>FieldStudy</ProgramInstructionMethod><PerformanceEvidence><URLAddress>https://work.example</URLAddress></PerformanceEvidence>' +
    '<LearningProgram><AcademicProgramName>Service</AcademicProgramName><ProgramDescription>Long</ProgramDescription>' +
    '<LearningOutcome><LearningOutcomeDescription>Serve</LearningOutcomeDescription></LearningOutcome></LearningProgram>' +
    '<NoteMessage>1</NoteMessage></AcademicLearning><NoteMessage>about the person</NoteMessage></LearningRecordDetail>'
  const production =
    '<DocumentProduction><ElectronicFormat>PDF</ElectronicFormat><Person><Name><FirstName>Alex</FirstName></Name></Person>' +
    '<AcademicAward><AcademicAwardTitle>Notation</AcademicAwardTitle></AcademicAward><AwardEndorse><PositionTitle>Dean</PositionTitle></AwardEndorse></DocumentProduction>'
  const xml = `<LearningRecord>${production}${detail}</LearningRecord>`

  it('is read into records that say more than those of the curriculum', () => {
    const [read] = transcriptsFromPesc(xml)
    expect(read?.message).toBe('LearningRecord')
    expect(read?.transcript.learner.name?.given).toBe('Alex')
    expect(read?.transcript.records).toMatchObject([
      { awards: [{ title: 'Notation' }] },
      {
        school: { names: ['College'] },
        coCurricular: {
          department: { names: ['Arts'] },
          categories: ['Leadership', 'Arts'],
          instructionMethod: 'FieldStudy',
          evidence: [{ address: 'https://work.example' }],
          programs: [{ name: 'Service', description: 'Long', outcomes: [{ description: 'Serve' }] }],
        },
        notes: ['1'],
      },
    ])
  })

  it('says what of it is not read', () => {
    expect(lossesOf(xml)).toEqual({
      ElectronicFormat: 'transport',
      FirstName: 'personal-data',
      PositionTitle: 'personal-data',
      NoteMessage: 'personal-data',
    })
  })

  it('is none without learning or an award', () => {
    const empty =
      '<LearningRecord><LearningRecordDetail><Person><Name/></Person></LearningRecordDetail></LearningRecord>'
    for (const broken of ['<LearningRecord/>', empty]) {
      expect(() => transcriptsFromPesc(broken)).toThrow(expect.objectContaining({ code: 'ERR_PESC_INCOMPLETE' }))
    }
  })
})

describe('TestScoreReport', () => {
  const student = (number: string, more = ''): string =>
    `<TestStudent><TestPerson><StudentIdentification><SchoolAssignedPersonID>${number}</SchoolAssignedPersonID><SSN>CANARY</SSN></StudentIdentification><Name><FirstName>Alex</FirstName></Name></TestPerson>` +
    '<EducationTests><EducationTestCode>SBAC</EducationTestCode><EducationTestName>Mathematics</EducationTestName><TestScaleScoreValue>2592</TestScaleScoreValue><TestAchievementLevel>2</TestAchievementLevel>' +
    '<NonStandardizedTestConditionsCode>CANARY</NonStandardizedTestConditionsCode><EducationSubtest><EducationSubtestName>Concepts</EducationSubtestName><ScoreInvalidatedIndicator>true</ScoreInvalidatedIndicator>' +
    '<EducationTestScores><RawScoreValue>20</RawScoreValue><MasteryValue><MasteredIndicator>true</MasteredIndicator><CutScore>15</CutScore></MasteryValue><NormReferencedValues><PercentileRankValue>90</PercentileRankValue></NormReferencedValues></EducationTestScores>' +
    `</EducationSubtest></EducationTests>${more}</TestStudent>`
  const activities =
    '<StudentActivities><AdditionalStudentAchievements><AchievementCategoryCode>Arts</AchievementCategoryCode><AchievementTitle>Prize</AchievementTitle><AwardYear>2015</AwardYear></AdditionalStudentAchievements>' +
    '<ExtracurricularActivitity><StudentActivityDescription>Chess club</StudentActivityDescription><WeeklyHours>3</WeeklyHours></ExtracurricularActivitity></StudentActivities>'
  const sent =
    '<TransmissionData><DocumentID>7</DocumentID><Source><Organization><OrganizationName>Agency</OrganizationName></Organization></Source></TransmissionData>'
  const report = (...students: string[]): string =>
    `<tsr:TestScoreReport xmlns:tsr="urn:x">${sent}${students.join('')}<NoteMessage>all</NoteMessage></tsr:TestScoreReport>`

  it('is one transcript for every student, all of the same sender', () => {
    const read = transcriptsFromPesc(report(student('1', activities), student('2')))
    expect(
      read.map(({ transcript }) => [
        transcript.document.id,
        transcript.sender?.names,
        transcript.learner.schoolAssignedId,
      ]),
    ).toEqual([
      ['7', ['Agency'], '1'],
      ['7', ['Agency'], '2'],
    ])
    expect(read[0]?.transcript.learner.name?.given).toBe('Alex')
    expect(read[0]?.transcript.activities).toMatchObject({
      achievements: [{ category: 'Arts', title: 'Prize', awardYear: '2015' }],
      extracurricular: [{ description: 'Chess club', weeklyHours: '3' }],
    })
  })

  it('keeps the reports of a batch apart, also in a stream', async () => {
    const other = report(student('3')).replace('<DocumentID>7', '<DocumentID>8').replace('Agency', 'Other')
    const xml = `<AcademicRecordBatch><BatchContent>${report(student('1'), student('2'))}${other}</BatchContent></AcademicRecordBatch>`
    async function* stream(): AsyncGenerator<string> {
      yield xml
    }
    const senders = []
    for await (const { transcript } of streamTranscriptsFromPesc(stream())) senders.push(transcript.sender?.names[0])
    expect(senders).toEqual(['Agency', 'Agency', 'Other'])
  })

  it('has a score for every value, by its method', () => {
    const [read] = transcriptsFromPesc(report(student('1')))
    expect(read?.transcript.tests).toMatchObject([
      {
        educationCode: 'SBAC',
        name: 'Mathematics',
        scaleScore: '2592',
        achievementLevel: '2',
        subtests: [
          {
            invalidated: 'true',
            scores: [
              { method: 'Raw', value: '20' },
              { method: 'Mastery', value: 'true', cutScore: '15' },
              { method: 'Percentile', value: '90' },
            ],
          },
        ],
      },
    ])
  })

  it('says where its values stood', () => {
    const [read] = transcriptsFromPesc(report(student('1')))
    const score = read?.transcript.tests[0]?.subtests[0]?.scores[1] ?? {}
    expect(read?.provenance.locate(score, 'cutScore')?.path).toMatch(/\/EducationTestScores\/MasteryValue\/CutScore$/)
    expect(read?.provenance.locate(read.transcript.learner, 'schoolAssignedId')?.path).toMatch(
      /StudentIdentification\/SchoolAssignedPersonID$/,
    )
  })

  it('keeps numbers of the state and conditions of health to itself', () => {
    expect(lossesOf(report(student('1')))).toEqual({
      SSN: 'personal-data',
      NonStandardizedTestConditionsCode: 'personal-data',
      NoteMessage: 'no-equivalent',
    })
    const imported = clrFromPescTranscript(report(student('1', activities)), options)
    expect(JSON.stringify(imported)).not.toContain('CANARY')
  })

  it('does not let a score that is invalid pass for one that is not', () => {
    const { credential } = clrFromPescTranscript(report(student('1')), options)
    expect(JSON.stringify(credential)).toContain('Scores invalidated')
  })
})
