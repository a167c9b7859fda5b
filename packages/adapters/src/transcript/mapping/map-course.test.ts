import type { AchievementCredential } from '@testamur/credentials'
import { describe, expect, it } from 'vitest'
import {
  course,
  importDocument,
  importRecord,
  innerOf,
  innerOfType,
  lossesOf,
  record,
  resultsOf,
  session,
} from '../../../test/pesc-fixtures.js'

const mapped = (content: string, more = {}) => innerOfType(importRecord(course(content), more).credential, 'Course')

/** The results of a credential, each with its description. */
function describedResults({ credentialSubject }: AchievementCredential) {
  const { achievement, result = [] } = credentialSubject
  return result.map((each) => [achievement.resultDescription?.find(({ id }) => id === each.resultDescription), each])
}

describe('the definition of a course', () => {
  it('is what the institution teaches', () => {
    const { achievement } = mapped(
      '<CourseCreditBasis>Regular</CourseCreditBasis><CourseCreditUnits>Semester  </CourseCreditUnits>' +
        '<CourseCreditLevel>LowerDivision</CourseCreditLevel><CourseCreditValue>3.0</CourseCreditValue>' +
        '<CourseCIPCode>27.0102</CourseCIPCode><CourseLevel>Honors</CourseLevel><OriginalCourseID>MA 1</OriginalCourseID>' +
        '<AgencyCourseID>S1</AgencyCourseID><OverrideSchoolCourseNumber>M1</OverrideSchoolCourseNumber>' +
        '<CourseDescription>Groups and rings.</CourseDescription><LearningTopic>Groups</LearningTopic>' +
        '<LanguageOfInstruction><LanguageCode>fra</LanguageCode></LanguageOfInstruction>' +
        '<Attribute><RAPCode>WSL</RAPCode><RAPName>Service</RAPName></Attribute>',
    ).credentialSubject
    expect(achievement).toMatchObject({
      achievementType: 'Course',
      name: 'Algebra',
      humanCode: 'MATH 101',
      description: 'Groups and rings.',
      criteria: { narrative: expect.stringMatching(/regulations[\s\S]*Groups and rings\./) },
      creditsAvailable: 3,
      otherIdentifier: [
        { identifierType: 'ext:OriginalCourseID', identifier: 'MA 1' },
        { identifierType: 'ext:AgencyCourseID', identifier: 'S1' },
        { identifierType: 'ext:OverrideSchoolCourseNumber', identifier: 'M1' },
        { identifierType: 'ext:CIP', identifier: '27.0102' },
      ],
      tag: [
        'pesc:CourseCreditUnits=Semester',
        'pesc:CourseCreditLevel=LowerDivision',
        'pesc:CourseLevel=Honors',
        'pesc:LearningTopic=Groups',
        'pesc:LanguageOfInstruction=fra',
        'pesc:Attribute=WSL',
        'pesc:AttributeName=Service',
      ],
    })
  })

  it.each([
    ['<Course><CourseTitle>Algebra</CourseTitle></Course>', 'Algebra', undefined],
    ['<Course><CourseNumber>9</CourseNumber></Course>', '9', '9'],
    ['<Course><CourseCreditBasis>Regular</CourseCreditBasis></Course>', 'Course', undefined],
  ])('has a name even where %s', (xml, name, humanCode) => {
    const { achievement } = innerOfType(importRecord(xml).credential, 'Course').credentialSubject
    expect([achievement.name, achievement.humanCode]).toEqual([name, humanCode])
    expect(achievement.description).not.toBe('')
  })

  it("has the caller's criteria where there are any", () => {
    const criteria = ({ number }: { number?: string | undefined }) =>
      number === '101' ? 'Pass the examination.' : undefined
    expect(mapped('', { criteria }).credentialSubject.achievement.criteria.narrative).toBe('Pass the examination.')
    const other = innerOfType(importRecord(course('', '102'), { criteria }).credential, 'Course')
    expect(other.credentialSubject.achievement.criteria.narrative).toMatch(/^The result is the one/)
  })

  it.each(['CreditByExamination', 'TransferCredit', 'Exemption'])(
    'does not say that %s was taken in class',
    (basis) => {
      const { achievement } = mapped(`<CourseCreditBasis>${basis}</CourseCreditBasis>`).credentialSubject
      expect(achievement.criteria.narrative).toBe(
        'The result is the one that the institution recorded under its academic regulations.',
      )
    },
  )

  it('is one achievement for all attempts, and another where the credits differ', () => {
    const attempt = (credits: string, grade: string) =>
      course(`<CourseCreditValue>${credits}</CourseCreditValue><CourseAcademicGrade>${grade}</CourseAcademicGrade>`)
    const { credential } = importRecord(attempt('3', 'F') + attempt('3.0', 'B') + attempt('4', 'A'))
    const [first, second, third] = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement)
    expect(first).toEqual(second)
    expect(first?.id).not.toBe(third?.id)
  })
})

describe('an attempt at a course', () => {
  it.each([
    ['A-', 'LetterGrade'],
    ['CR', 'LetterGrade'],
    ['87', 'RawScore'],
    ['3.7', 'RawScore'],
    ['87%', 'Percent'],
  ])('has the grade %s verbatim, as a %s', (grade, resultType) => {
    const inner = mapped(`<CourseAcademicGrade>${grade}</CourseAcademicGrade>`)
    expect(describedResults(inner)).toMatchObject([[{ name: 'Grade', resultType }, { value: grade }]])
    expect(inner.credentialSubject.result).toHaveLength(1)
  })

  it('names the scale, and its grades when the caller knows them', () => {
    const xml =
      '<CourseAcademicGradeScaleCode>25</CourseAcademicGradeScaleCode><CourseAcademicGrade>B</CourseAcademicGrade>'
    const described = (gradeScales: Record<string, string[]>) => describedResults(mapped(xml, { gradeScales }))
    const beside = [{ name: 'Scale of the grade' }, { value: '25' }]
    expect(described({})).toMatchObject([[{ name: 'Grade', resultType: 'LetterGrade' }, { value: 'B' }], beside])
    expect(described({ 25: ['C', 'B', 'A'], 26: ['1', '2'] })).toMatchObject([
      [{ name: 'Grade (scale 25)', resultType: 'LetterGrade', allowedValue: ['C', 'B', 'A'] }, { value: 'B' }],
    ])
    // A grade outside its scale must not contradict it.
    expect(described({ 25: ['pass'] })).toMatchObject([
      [{ name: 'Grade', resultType: 'Result' }, { value: 'B' }],
      beside,
    ])
    expect(resultsOf(mapped('<CourseAcademicGradeScaleCode>25</CourseAcademicGradeScaleCode>'))).toEqual({
      'Scale of the grade': '25',
    })
  })

  it('has no letter grade without a scale where the caller knows the scales', () => {
    const { achievement } = mapped('', { gradeScales: { 25: ['C', 'B', 'A'], points: ['0', '1'] } }).credentialSubject
    const grades = achievement.resultDescription?.filter(({ name }) => name.startsWith('Grade'))
    expect(grades?.map(({ name, resultType }) => [name, resultType])).toEqual([
      ['Grade (scale 25)', 'LetterGrade'],
      ['Grade (scale points)', 'RawScore'],
      ['Grade', 'Result'],
      ['Grade', 'RawScore'],
      ['Grade', 'Percent'],
      ['Grade status', 'Status'],
      ['Grade status', 'Result'],
    ])
  })

  it.each([
    ['Completed', 'Completed'],
    ['PassFailPass', 'Completed'],
    ['AuditedCourse', 'Completed'],
    ['OtherFail', 'Failed'],
    ['IncompleteNotResolvedFail', 'Failed'],
    ['InProgress', 'InProgress'],
    ['PlanningToTake', 'Enrolled'],
    ['NotYetReported', 'Provisional'],
    ['WithdrewPassing', 'Withdrew'],
    ['RecognizedPriorLearning', 'Completed'],
  ])('with status %s is %s, and keeps the word', (code, status) => {
    const inner = mapped(`<CourseAcademicGradeStatusCode>${code}</CourseAcademicGradeStatusCode>`)
    expect(describedResults(inner)).toMatchObject([
      [
        { name: 'Grade status', resultType: 'Status' },
        { status, value: code },
      ],
    ])
  })

  it('keeps an unknown status as a text', () => {
    const inner = mapped('<CourseAcademicGradeStatusCode>Elsewhere</CourseAcademicGradeStatusCode>')
    expect(describedResults(inner)).toMatchObject([[{ resultType: 'Result' }, { value: 'Elsewhere' }]])
  })

  it('carries its other facts as results', () => {
    const facts = mapped(
      '<CourseSupplementalAcademicGrade><CourseSupplementalGrade><SupplementalGradeCode>MidTerm</SupplementalGradeCode>' +
        '<CourseAcademicSupplementalGrade>B</CourseAcademicSupplementalGrade></CourseSupplementalGrade></CourseSupplementalAcademicGrade>' +
        '<CourseCreditBasis>Regular</CourseCreditBasis><CourseAverageGrade>C</CourseAverageGrade><CourseEquivalentAcademicGrade><EquivalentAcademicGrade>3</EquivalentAcademicGrade>' +
        '</CourseEquivalentAcademicGrade><CourseRepeatCode>RepeatCounted</CourseRepeatCode>' +
        '<CourseQualityPointsEarned>12.0</CourseQualityPointsEarned><CourseGPAApplicabilityCode>Applicable</CourseGPAApplicabilityCode>' +
        '<CourseSectionNumber>004</CourseSectionNumber><ClassSize>30</ClassSize><CourseAddDate>2020-08-01</CourseAddDate>' +
        '<CourseDropDate>2020-09-01</CourseDropDate><CourseInstructionMethod>Lecture</CourseInstructionMethod>' +
        '<Requirement><RAPCode>R1</RAPCode><ConditionsMetCode>Yes</ConditionsMetCode><ConditionsMetDate>2020-12-01</ConditionsMetDate></Requirement>',
    )
    const { achievement, result = [] } = facts.credentialSubject
    const detail = achievement.resultDescription?.find(({ name }) => name === 'Attempt detail')
    const details = result.filter(({ resultDescription }) => resultDescription === detail?.id).map(({ value }) => value)
    expect(details).toEqual([
      'Supplemental grade, MidTerm: B',
      'Equivalent grade: 3',
      'Average grade of the class: C',
      'GPA applicability: Applicable',
      'Section: 004',
      'Class size: 30',
      'Date added: 2020-08-01',
      'Date dropped: 2020-09-01',
      'Instruction method: Lecture',
    ])
    expect(resultsOf(facts)).toMatchObject({
      'Credit basis': 'Regular',
      'Repeat code': 'RepeatCounted',
      'Quality points': '12.0',
      'Requirement R1: conditions met': 'Yes',
      'Requirement R1: date': '2020-12-01',
    })
  })

  it('takes place in its term, unless it has dates of its own', () => {
    const detail =
      '<SessionDesignator>2020-08</SessionDesignator><SessionName>Fall 2020</SessionName>' +
      '<SessionBeginDate>2020-08-24</SessionBeginDate><SessionEndDate>2020-12-11</SessionEndDate>'
    const own = course('<CourseBeginDate>2020-09-01</CourseBeginDate>', '102')
    const { credential } = importRecord(session(course() + own, detail))
    const [inTerm, dated] = innerOf(credential)
    expect(inTerm?.credentialSubject).toMatchObject({
      term: 'Fall 2020',
      activityStartDate: '2020-08-24T00:00:00Z',
      activityEndDate: '2020-12-11T00:00:00Z',
    })
    expect(resultsOf(inTerm as never)).toEqual({ Session: '2020-08' })
    expect(dated?.credentialSubject).toMatchObject({ activityStartDate: '2020-09-01T00:00:00Z' })
    expect(dated?.credentialSubject.activityEndDate).toBeUndefined()
  })

  it('is in a month where that is all there is: no day is made up', () => {
    const { credentialSubject } = innerOfType(
      importRecord(session(course(), '<SessionDesignator>2020-08</SessionDesignator>')).credential,
      'Course',
    )
    expect(credentialSubject).toMatchObject({ term: '2020-08' })
    expect(credentialSubject.activityStartDate).toBeUndefined()
  })

  it('loses dates and numbers that are none', () => {
    const imported = importRecord(
      course(
        '<CourseCreditValue>many</CourseCreditValue><CourseCreditEarned>0.0000001</CourseCreditEarned>' +
          '<CourseBeginDate>2020-02-30</CourseBeginDate>',
      ),
    )
    const { credentialSubject } = innerOfType(imported.credential, 'Course')
    expect(credentialSubject).not.toHaveProperty('creditsEarned')
    expect(credentialSubject).not.toHaveProperty('activityStartDate')
    expect(credentialSubject.achievement).not.toHaveProperty('creditsAvailable')
    expect(lossesOf(imported)).toEqual({
      CourseCreditValue: 'invalid-value',
      CourseCreditEarned: 'invalid-value',
      CourseBeginDate: 'invalid-value',
    })
  })

  it('loses dates whose end is before the beginning', () => {
    const imported = importRecord(
      course('<CourseBeginDate>2020-05-02</CourseBeginDate><CourseEndDate>2020-05-01</CourseEndDate>'),
    )
    expect(lossesOf(imported)).toEqual({ CourseBeginDate: 'invalid-value', CourseEndDate: 'invalid-value' })
    expect(innerOfType(imported.credential, 'Course').credentialSubject).not.toHaveProperty('activityEndDate')
  })

  it('keeps its notes in order and verbatim', () => {
    const xml = '<NoteMessage>CLASS SIZE      222</NoteMessage><NoteMessage>second </NoteMessage>'
    expect(mapped(xml).credentialSubject.narrative).toBe('CLASS SIZE      222\nsecond ')
  })

  it('leads to competencies and counts towards licenses', () => {
    const { credential } = importRecord(
      course(
        '<Licensure><LicensureName>Teacher</LicensureName><LicensureStateProvinceCode>TX</LicensureStateProvinceCode>' +
          '<LicensureFulfillmentCode>Contribute</LicensureFulfillmentCode></Licensure>' +
          '<LearningOutcome><LearningOutcomeDescription>Solves equations</LearningOutcomeDescription>' +
          '<AlternateOutcomeFramework><FrameworkSourceReference><URLAddress>https://framework.example/1</URLAddress></FrameworkSourceReference>' +
          '<FrameworkOutcome><FrameworkOutcomeId>EQ.1</FrameworkOutcomeId><FrameworkOutcomeValue>Equations</FrameworkOutcomeValue></FrameworkOutcome>' +
          '</AlternateOutcomeFramework></LearningOutcome>',
      ),
    )
    const [competency, license] = credential.credentialSubject.achievement ?? []
    const courseId = innerOfType(credential, 'Course').credentialSubject.achievement.id
    expect(competency).toMatchObject({
      achievementType: 'Competency',
      name: 'Solves equations',
      alignment: [{ targetName: 'Equations', targetUrl: 'https://framework.example/1', targetCode: 'EQ.1' }],
    })
    expect(license).toMatchObject({
      achievementType: 'License',
      name: 'Teacher',
      tag: ['pesc:LicensureStateProvinceCode=TX'],
    })
    expect(credential.credentialSubject.association).toMatchObject([
      { associationType: 'isChildOf', sourceId: competency?.id, targetId: courseId },
      { associationType: 'isRelatedTo', sourceId: courseId, targetId: license?.id },
    ])
    expect(innerOf(credential)).toHaveLength(1)
    expect(resultsOf(innerOfType(credential, 'Course'))).toEqual({
      'Attempt detail': 'License Teacher, fulfillment: Contribute',
    })
  })

  it('has no instructor', () => {
    const imported = importRecord(
      course('<CourseInstructor><Name><LastName>CANARY</LastName></Name></CourseInstructor>'),
    )
    expect(lossesOf(imported)).toEqual({ LastName: 'personal-data' })
    expect(JSON.stringify(imported)).not.toContain('CANARY')
  })
})

describe('repeated courses', () => {
  const attempt = (code: string, title = 'Algebra') =>
    `<Course><CourseRepeatCode>${code}</CourseRepeatCode><CourseSubjectAbbreviation>M</CourseSubjectAbbreviation>` +
    `<CourseNumber>1</CourseNumber><CourseTitle>${title}</CourseTitle></Course>`

  it('are the same achievement twice, each with its repeat code', () => {
    const { credential } = importRecord(attempt('ReplacedNotCounted') + attempt('RepeatCounted'))
    expect(innerOf(credential).map((inner) => resultsOf(inner)['Repeat code'])).toEqual([
      'ReplacedNotCounted',
      'RepeatCounted',
    ])
    expect(new Set(innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)).size).toBe(1)
    expect(credential.credentialSubject.association).toBeUndefined()
  })

  it('replace each other where the course was redefined', () => {
    const { credential } = importRecord(attempt('ReplacedNotCounted') + attempt('ReplacementCounted', 'New Algebra'))
    const [old, replacement] = innerOf(credential).map(({ credentialSubject }) => credentialSubject.achievement.id)
    expect(credential.credentialSubject.association).toMatchObject([
      { associationType: 'replacedBy', sourceId: old, targetId: replacement },
    ])
  })

  it('are not guessed where several may have replaced one', () => {
    const imported = importRecord(
      attempt('ReplacedNotCounted') + attempt('RepeatCounted', 'New') + attempt('ReplacementCounted', 'Newer'),
    )
    expect(imported.credential.credentialSubject.association).toBeUndefined()
    expect(imported.losses).toMatchObject([{ code: 'ambiguous', disposition: 'reduced' }])
  })

  it('are looked for inside one record only', () => {
    const records = record(attempt('ReplacedNotCounted')) + record(attempt('RepeatCounted', 'New'))
    expect(importDocument({ records }).credential.credentialSubject.association).toBeUndefined()
  })
})
