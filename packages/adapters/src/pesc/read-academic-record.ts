import type {
  AcademicRecord,
  AcademicSession,
  AdditionalAchievements,
  LearningExperience,
  StudentLevel,
  Subtest,
  Term,
  Test,
  TestScore,
} from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'
import { readAward, readProgram, readSummary } from './read-award.js'
import { readCourse, readLanguage, readQualifiers } from './read-course.js'
import { readSchool } from './read-organization.js'

const recordTable = elementTable<AcademicRecord>({
  cohortGraduationYear: 'CohortGraduationYear',
  legend: 'Legend',
  notes: ['NoteMessage'],
})
const studentLevelTable = elementTable<StudentLevel>({ code: 'StudentLevelCode', notes: ['NoteMessage'] })
const sessionTable = elementTable<AcademicSession>({ notes: ['NoteMessage'] })
const termTable = elementTable<Term>({
  designator: 'SessionDesignator',
  designatorSuffix: 'SessionDesignatorSuffix',
  name: 'SessionName',
  type: 'SessionType',
  schoolYear: 'SessionSchoolYear',
  beginDate: 'SessionBeginDate',
  endDate: 'SessionEndDate',
  notes: ['NoteMessage'],
})
const experienceTable = elementTable<LearningExperience>({
  sponsor: 'SponsorOrganization',
  location: 'PlacementLocation',
  reflection: 'LearningReflection',
  notes: ['NoteMessage'],
})
const additionalTable = elementTable<AdditionalAchievements>({ notes: ['NoteMessage'] })
const testTable = elementTable<Test>({
  code: 'TestCode',
  educationCode: 'EducationTestCode',
  name: 'TestName',
  date: 'TestDate',
  yearMonth: 'TestYearMonth',
  year: 'TestYear',
  notes: ['NoteMessage'],
})
const subtestTable = elementTable<Subtest>({
  code: 'SubtestCode',
  educationCode: 'EducationSubtestCode',
  name: 'SubtestName',
  notes: ['NoteMessage'],
})
const scoreTable = elementTable<TestScore>({
  value: 'ScoreValue',
  method: 'TestScoreMethod',
  revised: 'ScoreRevisedIndicator',
  invalidated: 'ScoreInvalidatedIndicator',
  selfReported: 'ScoreSelfreportedIndicator',
  notes: ['NoteMessage'],
})

/** Reads an `AcademicRecord`. */
export function readAcademicRecord(source: ElementSource, element: XmlElement): AcademicRecord {
  return source.node(element, recordTable, {
    school: source.one(element, 'School', (child) => readSchool(source, child)),
    studentLevel: readStudentLevel(source, element),
    awards: source.each(element, 'AcademicAward', (child) => readAward(source, child)),
    summaries: source.each(element, 'AcademicSummary', (child) => readSummary(source, child)),
    sessions: source.each(element, 'AcademicSession', (child) => readSession(source, child)),
    courses: source.each(element, 'Course', (child) => readCourse(source, child)),
    additionalAchievements: source.each(element, 'AdditionalStudentAchievements', (child) =>
      source.node(child, additionalTable, {
        ...readQualifiers(source, child),
        languages: source.each(child, 'Language', (language) => readLanguage(source, language)),
      }),
    ),
  })
}

/** Reads a `Tests` element: one test, its subtests and their scores. */
export function readTest(source: ElementSource, element: XmlElement): Test {
  return source.node(element, testTable, {
    studentLevel: readStudentLevel(source, element),
    subtests: source.each(element, 'Subtest', (child) =>
      source.node(child, subtestTable, {
        scores: source.each(child, 'TestScores', (score) => source.node(score, scoreTable, {})),
      }),
    ),
  })
}

function readSession(source: ElementSource, element: XmlElement): AcademicSession {
  const readTerm = (child: XmlElement): Term => source.node(child, termTable, {})
  return source.node(element, sessionTable, {
    term: source.one(element, 'AcademicSessionDetail', readTerm) ?? { notes: [] },
    school: source.one(element, 'School', (child) => readSchool(source, child)),
    studentLevel: readStudentLevel(source, element),
    programs: source.each(element, 'AcademicProgram', (child) => readProgram(source, child)),
    awards: source.each(element, 'AcademicAward', (child) => readAward(source, child)),
    courses: source.each(element, 'Course', (child) => readCourse(source, child)),
    experiences: source.each(element, 'LearningExperience', (child) => source.node(child, experienceTable, {})),
    summaries: source.each(element, 'AcademicSummary', (child) => readSummary(source, child)),
  })
}

function readStudentLevel(source: ElementSource, element: XmlElement): StudentLevel | undefined {
  return source.one(element, 'StudentLevel', (child) => source.node(child, studentLevelTable, {}))
}
