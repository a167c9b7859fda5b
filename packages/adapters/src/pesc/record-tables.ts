import type {
  AcademicRecord,
  AcademicSession,
  AdditionalAchievements,
  CoCurricularLearning,
  LearningExperience,
  StudentLevel,
  Term,
} from '../transcript/index.js'
import { awardTable, programTable, summaryTable } from './award-tables.js'
import { courseTable, languageTable, qualifierNodes } from './course-tables.js'
import {
  type ElementNames,
  type ElementTable,
  elementTable,
  type NodeSources,
  nodeFrom,
  nodesFrom,
  partOf,
} from './element-table.js'
import { organizationTable, schoolTable, webAddressTable } from './organization-tables.js'

// Elements of academic records and their sessions.

export const studentLevelTable: ElementTable<StudentLevel> = elementTable<StudentLevel>(
  {
    code: 'StudentLevelCode',
    notes: ['NoteMessage'],
  },
  {},
  (blank) => ({ ...blank }),
)

export const termTable: ElementTable<Term> = elementTable<Term>(
  {
    designator: 'SessionDesignator',
    designatorSuffix: 'SessionDesignatorSuffix',
    name: 'SessionName',
    type: 'SessionType',
    schoolYear: 'SessionSchoolYear',
    beginDate: 'SessionBeginDate',
    endDate: 'SessionEndDate',
    notes: ['NoteMessage'],
  },
  {},
  (blank) => ({ ...blank }),
)

export const experienceTable: ElementTable<LearningExperience> = elementTable<LearningExperience>({
  sponsor: 'SponsorOrganization',
  location: 'PlacementLocation',
  reflection: 'LearningReflection',
  notes: ['NoteMessage'],
})

/** An `AdditionalStudentAchievements`: one thing in a record, another in a report of tests. */
export const additionalTable: ElementTable<AdditionalAchievements> = elementTable<AdditionalAchievements>(
  {
    category: 'AchievementCategoryCode',
    title: 'AchievementTitle',
    sponsor: 'Sponsor',
    studentLevelCode: 'StudentLevelCode',
    awardYear: 'AwardYear',
    awardYearMonth: 'AwardYearMonth',
    notes: ['NoteMessage'],
  },
  { ...qualifierNodes, languages: nodesFrom(['Language', languageTable]) },
)

/** An `AcademicSession`. */
export const sessionTable: ElementTable<AcademicSession> = elementTable<AcademicSession>(
  { notes: ['NoteMessage'] },
  {
    term: nodeFrom<Term>('AcademicSessionDetail', termTable, { notes: [] }),
    school: nodeFrom('School', schoolTable),
    studentLevel: nodeFrom('StudentLevel', studentLevelTable),
    programs: nodesFrom(['AcademicProgram', programTable]),
    awards: nodesFrom(['AcademicAward', awardTable]),
    courses: nodesFrom(['Course', courseTable]),
    experiences: nodesFrom(['LearningExperience', experienceTable]),
    summaries: nodesFrom(['AcademicSummary', summaryTable]),
  },
  (blank) => ({ ...blank }),
)

const recordNames: ElementNames<AcademicRecord> = {
  cohortGraduationYear: 'CohortGraduationYear',
  legend: 'Legend',
  notes: ['NoteMessage'],
}
const recordNodes: NodeSources<AcademicRecord> = {
  school: nodeFrom('School', schoolTable),
  studentLevel: nodeFrom('StudentLevel', studentLevelTable),
  awards: nodesFrom(['AcademicAward', awardTable]),
  summaries: nodesFrom(['AcademicSummary', summaryTable]),
  sessions: nodesFrom(['AcademicSession', sessionTable]),
  courses: nodesFrom(['Course', courseTable]),
  additionalAchievements: nodesFrom(['AdditionalStudentAchievements', additionalTable]),
}

/** An `AcademicRecord`. */
export const recordTable: ElementTable<AcademicRecord> = elementTable<AcademicRecord>(recordNames, recordNodes)

const coCurricularTable = elementTable<CoCurricularLearning>(
  {
    categories: ['AchievementCategoryCode'],
    instructionMethod: 'ProgramInstructionMethod',
  },
  {
    department: nodeFrom('Department', organizationTable),
    programs: nodesFrom(['LearningProgram', programTable]),
    evidence: nodesFrom(['PerformanceEvidence', webAddressTable]),
  },
)

/** An `AcademicLearning`: a record that has more. */
export const learningTable: ElementTable<AcademicRecord> = elementTable<AcademicRecord>(recordNames, {
  ...recordNodes,
  coCurricular: partOf(coCurricularTable),
})

type Certificate = Pick<AcademicRecord, 'awards'>

/** A `DocumentProduction`: of what a certificate is made of, the awards. */
export const certificateTable: ElementTable<Certificate> = elementTable<Certificate>(
  {},
  {
    awards: nodesFrom(['AcademicAward', awardTable]),
  },
)
