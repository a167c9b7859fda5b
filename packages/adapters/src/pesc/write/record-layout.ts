import type { AcademicRecord, AcademicSession } from '../../transcript/index.js'
import { languageTable } from '../course-tables.js'
import {
  additionalTable,
  experienceTable,
  recordTable,
  sessionTable,
  studentLevelTable,
  termTable,
} from '../record-tables.js'
import { scoreTable, subtestTable, testTable } from '../test-tables.js'
import { award, program, summary } from './award-layout.js'
import { codeLists } from './code-lists.js'
import { course, licensure, qualifier } from './course-layout.js'
import { type Layout, layout, nodes, oneOf, text } from './layout.js'
import { notes, school } from './organization-layout.js'
import { boolean, code, date, exact, prose, schoolYear, year, yearMonth } from './value-type.js'

const required = { required: true }
const unlimited = prose(Number.POSITIVE_INFINITY)

const studentLevel: Layout = layout(studentLevelTable, [
  text('StudentLevelCode', code(codeLists.StudentLevel), required),
  notes,
])
const term: Layout = layout(termTable, [
  text('SessionDesignator', yearMonth, required),
  text('SessionDesignatorSuffix', exact(10)),
  text('SessionName', prose(30)),
  text('SessionType', code(codeLists.SessionType)),
  text('SessionSchoolYear', schoolYear),
  text('SessionBeginDate', date),
  text('SessionEndDate', date),
  notes,
])
const experience: Layout = layout(experienceTable, [
  text('SponsorOrganization', unlimited),
  text('PlacementLocation', unlimited),
  text('LearningReflection', unlimited),
  notes,
])

/** A term. */
const session: Layout = layout(sessionTable, [
  nodes('AcademicSessionDetail', term, required),
  nodes('School', school),
  nodes('StudentLevel', studentLevel),
  nodes('AcademicProgram', program),
  nodes('AcademicAward', award),
  nodes('Course', course),
  nodes('LearningExperience', experience, { since: '1.8' }),
  nodes('AcademicSummary', summary),
  notes,
])

const knownLanguage: Layout = layout(languageTable, [
  text('LanguageCode', exact(3, 3)),
  text('LanguageProficiency', code(codeLists.LanguageProficiency)),
  text('LanguageUsage', code(codeLists.LanguageUsage)),
  notes,
])
const additional: Layout = layout(additionalTable, [
  nodes('Requirement', qualifier),
  nodes('Attribute', qualifier),
  nodes('Proficiency', qualifier),
  nodes('Language', knownLanguage),
  nodes('Licensure', licensure),
  notes,
])

/** True for a session that can be written: it has a year and month. */
export const hasDesignator = ({ term: { designator = '' } }: AcademicSession): boolean =>
  yearMonth(designator, '1.8').texts.length > 0

/** A session without year and month cannot be written: what it holds goes to the record. */
const withStray = <List extends 'awards' | 'summaries' | 'courses'>(list: List) => ({
  of: (node: AcademicRecord): readonly object[] => [
    ...node[list],
    ...node.sessions.filter((each) => !hasDesignator(each)).flatMap((each): readonly object[] => each[list]),
  ],
})

/** What was studied at one institution or level. */
export const record: Layout = layout(recordTable, [
  nodes('School', school),
  nodes('StudentLevel', studentLevel),
  text('CohortGraduationYear', year),
  nodes('AcademicAward', award, withStray('awards')),
  nodes('AcademicSummary', summary, withStray('summaries')),
  nodes('AcademicSession', session, { of: ({ sessions }: AcademicRecord) => sessions.filter(hasDesignator) }),
  nodes('Course', course, withStray('courses')),
  nodes('AdditionalStudentAchievements', additional),
  notes,
])

const score: Layout = layout(scoreTable, [
  text('ScoreValue', exact(80), required),
  text('TestScoreMethod', code(codeLists.TestScoreMethod)),
  text('ScoreRevisedIndicator', boolean),
  text('ScoreInvalidatedIndicator', boolean),
  text('ScoreSelfreportedIndicator', boolean),
  notes,
])
const subtest: Layout = layout(subtestTable, [
  oneOf([text('SubtestCode', exact(5, 2)), text('EducationSubtestCode', code(codeLists.EducationSubtest))], required),
  text('SubtestName', prose(60)),
  nodes('TestScores', score, required),
  notes,
])

/** A standardised test. */
export const test: Layout = layout(testTable, [
  oneOf([text('TestCode', exact(5, 2)), text('EducationTestCode', code(codeLists.EducationTest))], required),
  text('TestName', prose(60)),
  oneOf([text('TestDate', date), text('TestYearMonth', yearMonth), text('TestYear', year)], required),
  nodes('StudentLevel', studentLevel),
  nodes('Subtest', subtest, required),
  notes,
])
