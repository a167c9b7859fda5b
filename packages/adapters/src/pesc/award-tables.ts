import type {
  AcademicAward,
  AcademicProgram,
  AcademicStanding,
  AcademicSummary,
  DegreeRequirement,
  GradePointAverage,
  Honor,
  ProgramCodes,
  SubjectAreaCredit,
} from '../transcript/index.js'
import { type ElementTable, elementTable, itemsOf, nodeFrom, nodesFrom, partOf } from './element-table.js'
import { outcomeTable } from './outcome-tables.js'

// Elements of awards, programmes and summaries.

export const requirementTable: ElementTable<DegreeRequirement> = elementTable<DegreeRequirement>({
  title: 'ThesisDissertationTitle',
  url: 'URLAddress',
  notes: ['NoteMessage'],
})

export const programCodeTable: ElementTable<ProgramCodes> = elementTable<ProgramCodes>(
  {
    SecondarySchool: 'ProgramSecondarySchoolCode',
    CIP: 'ProgramCIPCode',
    HEGIS: 'ProgramHEGISCode',
    CSIS: 'ProgramCSISCode',
    USIS: 'ProgramUSISCode',
    ESIS: 'ProgramESISCode',
    Local: 'ProgramLocalCode',
  },
  {},
  (blank) => ({ ...blank }),
)

export const honorTable: ElementTable<Honor> = elementTable<Honor>({
  title: 'HonorsTitle',
  level: 'HonorsLevel',
  notes: ['NoteMessage'],
})

export const gpaTable: ElementTable<GradePointAverage> = elementTable<GradePointAverage>(
  {
    creditHoursAttempted: 'CreditHoursAttempted',
    creditHoursEarned: 'CreditHoursEarned',
    creditHoursRequired: 'CreditHoursRequired',
    creditHoursDeficient: 'CreditHoursDeficient',
    creditUnit: 'CreditUnit',
    average: 'GradePointAverage',
    totalQualityPoints: 'TotalQualityPoints',
    creditHoursForGpa: 'CreditHoursforGPA',
    rangeMinimum: 'GPARangeMinimum',
    rangeMaximum: 'GPARangeMaximum',
    scope: 'GPAScopeCode',
    notes: ['NoteMessage'],
  },
  {},
  (blank) => ({ ...blank }),
)

export const subjectAreaTable: ElementTable<SubjectAreaCredit> = elementTable<SubjectAreaCredit>({
  code: 'HighSchoolSubjectAreaCode',
  name: 'HighSchoolSubjectAreaName',
  creditUnit: 'CourseCreditUnits',
  creditRequired: 'CreditHoursRequired',
  creditEarned: 'CourseCreditEarned',
  creditDeficient: 'CreditHoursDeficient',
})

export const standingTable: ElementTable<AcademicStanding> = elementTable<AcademicStanding>({
  code: 'AcademicStandingCode',
  name: 'StatusName',
  notes: ['NoteMessage'],
})

export const nestedStandingTable: ElementTable<AcademicStanding> = elementTable<AcademicStanding>({
  code: 'DelinquencyCode',
  name: 'StatusName',
  notes: ['NoteMessage'],
})

/** An `AcademicProgram`, `AcademicAwardProgram` or `LearningProgram`. */
export const programTable: ElementTable<AcademicProgram> = elementTable<AcademicProgram>(
  {
    type: 'AcademicProgramType',
    name: 'AcademicProgramName',
    description: 'ProgramDescription',
    notes: ['NoteMessage'],
  },
  {
    codes: partOf(programCodeTable),
    summary: nodeFrom('ProgramSummary', () => summaryTable),
    outcomes: nodesFrom(['LearningOutcome', outcomeTable]),
  },
  (blank) => ({ ...blank }),
)

/** An `AcademicSummary` or `ProgramSummary`. */
export const summaryTable: ElementTable<AcademicSummary> = elementTable<AcademicSummary>(
  {
    type: 'AcademicSummaryType',
    level: 'AcademicSummaryLevel',
    classRank: 'ClassRank',
    classSize: 'ClassSize',
    classRankSessionCount: 'ClassRankSessionCount',
    classRankDate: 'ClassRankDate',
    classRankYear: 'ClassRankYear',
    classRankYearMonth: 'ClassRankYearMonth',
    standings: ['Delinquencies'],
    prize: 'Prize',
    entryDate: 'EntryDate',
    exitDate: 'ExitDate',
    exitReasonCode: 'ExitReasonCode',
    notes: ['NoteMessage'],
  },
  {
    gpa: nodeFrom('GPA', gpaTable),
    honors: nodesFrom(['AcademicHonors', honorTable]),
    subjectAreas: itemsOf('HighSchoolCreditSummary', 'HighSchoolSubjectArea', subjectAreaTable),
    // Some senders nest into Delinquencies, normally a mere code, what 1.9 calls AcademicStanding.
    standingDetails: nodesFrom(['AcademicStanding', standingTable], ['Delinquencies', nestedStandingTable]),
    program: nodeFrom('AcademicProgram', programTable),
  },
  (blank) => ({ ...blank }),
)

/** An `AcademicAward`. */
export const awardTable: ElementTable<AcademicAward> = elementTable<AcademicAward>(
  {
    level: 'AcademicAwardLevel',
    date: 'AcademicAwardDate',
    title: 'AcademicAwardTitle',
    completed: 'AcademicCompletionIndicator',
    completionDate: 'AcademicCompletionDate',
    notes: ['NoteMessage'],
  },
  {
    honors: nodesFrom(['AcademicHonors', honorTable]),
    programs: nodesFrom(['AcademicAwardProgram', programTable]),
    requirements: nodesFrom(['AcademicDegreeRequirement', requirementTable]),
    summaries: nodesFrom(['AcademicSummary', summaryTable]),
  },
  (blank) => ({ ...blank }),
)
