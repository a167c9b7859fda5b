import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { options } from '../../test/pesc-fixtures.js'
import { ElementPaths, readXmlRecords, type XmlElement } from '../xml/index.js'
import { clrFromPescTranscript } from './clr-from-pesc.js'
import { shownName } from './shown-names.js'

// Every text of a document is a word of its own. After the import each word stands in the record, or the place of its
// element in the loss report: whatever the document looks like, nothing is lost silently.

interface Tree {
  readonly name: string
  readonly children: readonly Tree[]
}

/** Where elements may stand in real transcripts, and names that they have; random trees mix all of it up. */
const nodes = {
  AcademicRecord: [
    'School',
    'StudentLevel',
    'CohortGraduationYear',
    'AcademicAward',
    'AcademicSummary',
    'AcademicSession',
    'Course',
    'NoteMessage',
    'AdditionalStudentAchievements',
    'Legend',
    'Odd',
  ],
  AcademicSession: [
    'AcademicSessionDetail',
    'School',
    'StudentLevel',
    'AcademicProgram',
    'AcademicAward',
    'Course',
    'LearningExperience',
    'AcademicSummary',
    'AttendanceCount',
    'NoteMessage',
  ],
  AcademicSessionDetail: [
    'SessionDesignator',
    'SessionDesignatorSuffix',
    'SessionName',
    'SessionType',
    'SessionSchoolYear',
    'SessionBeginDate',
    'SessionEndDate',
    'NoteMessage',
  ],
  AcademicAward: [
    'AcademicAwardLevel',
    'AcademicAwardDate',
    'AcademicAwardTitle',
    'AcademicHonors',
    'AcademicCompletionIndicator',
    'AcademicCompletionDate',
    'AcademicAwardProgram',
    'AcademicDegreeRequirement',
    'AcademicSummary',
    'NoteMessage',
  ],
  AcademicSummary: [
    'AcademicSummaryType',
    'AcademicSummaryLevel',
    'GPA',
    'AcademicHonors',
    'ClassRank',
    'AcademicProgram',
    'Delinquencies',
    'AcademicStanding',
    'EntryDate',
    'ExitReasonCode',
    'NoteMessage',
    'Prize',
  ],
  GPA: ['CreditHoursAttempted', 'CreditUnit', 'GradePointAverage', 'GPARangeMinimum', 'NoteMessage'],
  AcademicHonors: ['HonorsTitle', 'HonorsLevel', 'NoteMessage'],
  AcademicStanding: ['AcademicStandingCode', 'StatusName'],
  AcademicProgram: ['ProgramCIPCode', 'AcademicProgramType', 'AcademicProgramName', 'ProgramSummary', 'NoteMessage'],
  AcademicAwardProgram: ['ProgramLocalCode', 'AcademicProgramType', 'AcademicProgramName', 'NoteMessage'],
  AcademicDegreeRequirement: ['ThesisDissertationTitle', 'ThesisDissertationAdvisor', 'URLAddress', 'NoteMessage'],
  ProgramSummary: ['AcademicSummaryType', 'GPA'],
  Course: [
    'CourseCreditBasis',
    'CourseCreditUnits',
    'CourseCreditValue',
    'CourseCreditEarned',
    'CourseAcademicGradeScaleCode',
    'CourseAcademicGrade',
    'CourseSupplementalAcademicGrade',
    'CourseEquivalentAcademicGrade',
    'CourseAcademicGradeStatusCode',
    'CourseRepeatCode',
    'CourseCIPCode',
    'CourseSubjectAbbreviation',
    'CourseNumber',
    'OriginalCourseID',
    'CourseTitle',
    'CourseDescription',
    'CourseOverrideSchool',
    'CourseApplicability',
    'CourseBeginDate',
    'Requirement',
    'Licensure',
    'LanguageOfInstruction',
    'CourseInstructor',
    'LearningTopic',
    'LearningOutcome',
    'NoteMessage',
    'UserDefinedExtensions',
  ],
  CourseSupplementalAcademicGrade: ['CourseSupplementalGrade'],
  CourseSupplementalGrade: [
    'SupplementalGradeCode',
    'CourseAcademicSupplementalGradeScaleCode',
    'CourseAcademicSupplementalGrade',
    'CourseAcademicSupplementalGradeStatusCode',
    'NoteMessage',
  ],
  CourseEquivalentAcademicGrade: ['EquivalentAcademicGrade', 'EquivalentGradeScaleCode'],
  Requirement: ['RAPCode', 'RAPName', 'RAPSubName', 'ConditionsMetCode', 'ConditionsMetDate', 'NoteMessage'],
  Licensure: [
    'LicensureName',
    'LicensureStateProvinceCode',
    'LicensurePassageDate',
    'LicensureFulfillmentCode',
    'NoteMessage',
  ],
  LanguageOfInstruction: ['LanguageCode', 'InstructionUsage', 'NoteMessage'],
  CourseInstructor: ['PositionTitle', 'Name'],
  LearningOutcome: [
    'LearningOutcomeDescription',
    'LearningOutcomeQualificationAssessment',
    'AlternateOutcomeFramework',
  ],
  LearningOutcomeQualificationAssessment: ['LearningOutcomeSkillCode', 'LearningOutcomeProficiencyCode'],
  AlternateOutcomeFramework: ['FrameworkSourceReference', 'FrameworkOutcome'],
  FrameworkSourceReference: ['URLAddress', 'NoteMessage'],
  FrameworkOutcome: ['FrameworkOutcomeId', 'FrameworkOutcomeValue'],
  School: [
    'OrganizationName',
    'FICE',
    'LocalOrganizationID',
    'SchoolOverrideCode',
    'SchoolLevel',
    'Contacts',
    'NoteMessage',
  ],
  CourseOverrideSchool: ['OrganizationName', 'OPEID', 'SchoolOverrideCode'],
  LocalOrganizationID: ['LocalOrganizationIDCode', 'LocalOrganizationIDQualifier'],
  Contacts: ['Address', 'Phone', 'FaxPhone', 'Email', 'URL', 'NoteMessage'],
  Address: [
    'AddressLine',
    'City',
    'StateProvinceCode',
    'StateProvince',
    'PostalCode',
    'CountryCode',
    'AttentionLine',
    'NoteMessage',
  ],
  Phone: ['CountryPrefixCode', 'AreaCityCode', 'PhoneNumber', 'PhoneNumberExtension', 'NoteMessage'],
  Email: ['EmailAddress', 'NoteMessage'],
  URL: ['URLAddress', 'NoteMessage'],
  StudentLevel: ['StudentLevelCode', 'NoteMessage'],
  LearningExperience: ['SponsorOrganization', 'Mentor', 'PlacementLocation', 'LearningReflection', 'NoteMessage'],
  AdditionalStudentAchievements: ['Requirement', 'Attribute', 'Proficiency', 'Language', 'Licensure', 'NoteMessage'],
  Proficiency: ['RAPCode', 'ConditionsMetCode'],
  Attribute: ['RAPName', 'ConditionsMetDate'],
  Language: ['LanguageCode', 'LanguageProficiency'],
  Tests: ['TestCode', 'TestName', 'TestDate', 'TestYearMonth', 'StudentLevel', 'Subtest', 'NoteMessage'],
  Subtest: ['SubtestCode', 'SubtestName', 'TestScores', 'NoteMessage'],
  TestScores: ['ScoreValue', 'TestScoreMethod', 'ScoreInvalidatedIndicator', 'NoteMessage'],
  Person: ['SchoolAssignedPersonID', 'AgencyIdentifier', 'SSN', 'Birth', 'Name', 'Gender'],
  AgencyIdentifier: ['AgencyAssignedID', 'AgencyCode', 'AgencyName', 'StateProvinceCode', 'NoteMessage'],
  Name: ['NamePrefix', 'FirstName', 'MiddleName', 'LastName', 'NameSuffix', 'CompositeName'],
  TransmissionData: [
    'DocumentID',
    'CreatedDateTime',
    'Source',
    'Destination',
    'DocumentProcessCode',
    'DocumentOfficialCode',
    'DocumentCompleteCode',
    'NoteMessage',
    'Odd',
  ],
  Source: ['Organization', 'NoteMessage'],
  Destination: ['Organization'],
  Organization: ['OPEID', 'ATP', 'OrganizationName', 'Contacts', 'Accreditation', 'NoteMessage', 'PSID'],
  Accreditation: ['AccreditingBodyCode', 'AccreditingBodyName', 'NoteMessage'],
  Student: ['Person', 'AcademicRecord', 'Tests', 'Health', 'NoteMessage'],
  CollegeTranscript: ['TransmissionData', 'NoteMessage', 'UserDefinedExtensions', 'Odd'],
} as const satisfies Record<string, readonly string[]>
const childrenOf = new Map<string, readonly string[]>(Object.entries(nodes))
const anyName = [...new Set(Object.values(nodes).flat())]

function tree(name: string, depth: number): fc.Arbitrary<Tree> {
  const expected = childrenOf.get(name)
  const isLeaf = expected === undefined || depth === 0
  if (isLeaf) return fc.constant({ name, children: [] })
  const child = fc
    .oneof(
      { weight: 30, arbitrary: fc.constantFrom(...expected) },
      { weight: 1, arbitrary: fc.constantFrom(...anyName) },
    )
    .chain((childName) => tree(childName, depth - 1))
  return fc.array(child, { minLength: 1, maxLength: 6 }).map((children) => ({ name, children }))
}

const course = { name: 'Course', children: [{ name: 'CourseTitle', children: [] }] }
const document = fc
  .record({ top: tree('CollegeTranscript', 5), student: tree('Student', 7), record: tree('AcademicRecord', 6) })
  .map(({ top, student, record }) => ({
    name: 'CollegeTranscript',
    children: [
      { ...student, children: [...student.children, { ...record, children: [...record.children, course] }] },
      ...top.children,
    ],
  }))

function write(root: Tree): { xml: string; words: string[] } {
  const words: string[] = []
  const text = (node: Tree): string => {
    // Ends in a letter, so that no word begins with another.
    const word = `w${words.length}x`
    if (node.children.length === 0) words.push(word)
    return `<${node.name}>${node.children.length === 0 ? word : node.children.map(text).join('')}</${node.name}>\n`
  }
  return { xml: text(root), words }
}

function leavesOf(element: XmlElement): XmlElement[] {
  return element.children.length === 0 ? [element] : element.children.flatMap(leavesOf)
}

it('carries every text of a document, or reports its place', () => {
  fc.assert(
    fc.property(document, (root) => {
      const { xml, words } = write(root)
      const { credential, losses } = clrFromPescTranscript(xml, options)
      const record = JSON.stringify(credential).replaceAll('\\n', ' ')
      const lost = new Set(losses.map(({ path }) => path))
      const [read] = readXmlRecords(xml, { isRecord: () => true })
      const leaves = read === undefined ? [] : leavesOf(read.element)
      expect(leaves).toHaveLength(words.length)
      const paths = new ElementPaths(shownName)
      for (const leaf of leaves) {
        // Ids are derived from a document's id, and hold no word of it.
        const isCarried = new RegExp(`\\b${leaf.text}`).test(record)
        if (!isCarried && !lost.has(paths.pathOf(leaf))) expect.fail(`${paths.pathOf(leaf)} is lost silently`)
      }
      expect(lost.size).toBe(losses.length)
    }),
    { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
  )
})
