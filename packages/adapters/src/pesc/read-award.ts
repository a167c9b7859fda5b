import type {
  AcademicAward,
  AcademicProgram,
  AcademicStanding,
  AcademicSummary,
  DegreeRequirement,
  GradePointAverage,
  Honor,
  ProgramCodes,
} from '../transcript/index.js'
import type { XmlElement } from '../xml/index.js'
import type { ElementSource } from './element-source.js'
import { elementTable } from './element-table.js'

const awardTable = elementTable<AcademicAward>({
  level: 'AcademicAwardLevel',
  date: 'AcademicAwardDate',
  title: 'AcademicAwardTitle',
  completed: 'AcademicCompletionIndicator',
  completionDate: 'AcademicCompletionDate',
  notes: ['NoteMessage'],
})
const requirementTable = elementTable<DegreeRequirement>({
  title: 'ThesisDissertationTitle',
  url: 'URLAddress',
  notes: ['NoteMessage'],
})
const programTable = elementTable<AcademicProgram>({
  type: 'AcademicProgramType',
  name: 'AcademicProgramName',
  notes: ['NoteMessage'],
})
const programCodeTable = elementTable<ProgramCodes>({
  SecondarySchool: 'ProgramSecondarySchoolCode',
  CIP: 'ProgramCIPCode',
  HEGIS: 'ProgramHEGISCode',
  CSIS: 'ProgramCSISCode',
  USIS: 'ProgramUSISCode',
  ESIS: 'ProgramESISCode',
  Local: 'ProgramLocalCode',
})
const honorTable = elementTable<Honor>({ title: 'HonorsTitle', level: 'HonorsLevel', notes: ['NoteMessage'] })
const summaryTable = elementTable<AcademicSummary>({
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
})
const gpaTable = elementTable<GradePointAverage>({
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
})

const standingTable = elementTable<AcademicStanding>({
  code: 'AcademicStandingCode',
  name: 'StatusName',
  notes: ['NoteMessage'],
})

const nestedStandingTable = elementTable<AcademicStanding>({
  code: 'DelinquencyCode',
  name: 'StatusName',
  notes: ['NoteMessage'],
})

/** Reads an `AcademicAward`. */
export function readAward(source: ElementSource, element: XmlElement): AcademicAward {
  return source.node(element, awardTable, {
    honors: readHonors(source, element),
    programs: source.each(element, 'AcademicAwardProgram', (child) => readProgram(source, child)),
    requirements: source.each(element, 'AcademicDegreeRequirement', (child) =>
      source.node(child, requirementTable, {}),
    ),
    summaries: source.each(element, 'AcademicSummary', (child) => readSummary(source, child)),
  })
}

/** Reads an `AcademicProgram` or `AcademicAwardProgram`. */
export function readProgram(source: ElementSource, element: XmlElement): AcademicProgram {
  return source.node(element, programTable, {
    codes: source.node(element, programCodeTable, {}),
    summary: source.one(element, 'ProgramSummary', (child) => readSummary(source, child)),
  })
}

/** Reads an `AcademicSummary` or `ProgramSummary`. */
export function readSummary(source: ElementSource, element: XmlElement): AcademicSummary {
  return source.node(element, summaryTable, {
    gpa: source.one(element, 'GPA', (child) => source.node(child, gpaTable, {})),
    honors: readHonors(source, element),
    standingDetails: [
      ...source.each(element, 'AcademicStanding', (child) => source.node(child, standingTable, {})),
      // Some senders nest into Delinquencies, normally a mere code, what 1.9 calls AcademicStanding.
      ...source.each(element, 'Delinquencies', (child) => source.node(child, nestedStandingTable, {})),
    ],
    program: source.one(element, 'AcademicProgram', (child) => readProgram(source, child)),
  })
}

function readHonors(source: ElementSource, element: XmlElement): Honor[] {
  return source.each(element, 'AcademicHonors', (child) => source.node(child, honorTable, {}))
}
