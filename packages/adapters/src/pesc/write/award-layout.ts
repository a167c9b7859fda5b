import {
  awardTable,
  gpaTable,
  honorTable,
  programTable,
  requirementTable,
  subjectAreaTable,
  summaryTable,
} from '../award-tables.js'
import { codeLists } from './code-lists.js'
import { type Layout, layout, nodes, oneOf, type Row, text } from './layout.js'
import { notes } from './organization-layout.js'
import {
  boolean,
  classSize,
  code,
  count,
  date,
  decimal,
  exact,
  prose,
  shortDecimal,
  year,
  yearMonth,
} from './value-type.js'

const honor: Layout = layout(honorTable, [
  text('HonorsTitle', prose({ '1.6': 30, '1.8': 60 })),
  text('HonorsLevel', code(codeLists.HonorsLevel)),
  notes,
])
const gpa: Layout = layout(gpaTable, [
  text('CreditHoursAttempted', decimal),
  text('CreditHoursEarned', decimal),
  text('CreditHoursRequired', shortDecimal),
  text('CreditHoursDeficient', shortDecimal),
  text('CreditUnit', code(codeLists.CreditUnit)),
  text('GradePointAverage', decimal),
  text('TotalQualityPoints', decimal),
  text('CreditHoursforGPA', decimal),
  text('GPARangeMinimum', decimal),
  text('GPARangeMaximum', decimal),
  notes,
])

const subjectArea: Layout = layout(subjectAreaTable, [
  text('HighSchoolSubjectAreaCode', code(codeLists.HighSchoolSubjectArea)),
  text('HighSchoolSubjectAreaName', prose(30)),
  text('CourseCreditUnits', code(codeLists.CreditUnit)),
  text('CreditHoursRequired', shortDecimal),
  text('CourseCreditEarned', decimal),
  text('CreditHoursDeficient', shortDecimal),
])

/** What every summary begins with. */
const summaryRows: readonly Row[] = [
  text('AcademicSummaryType', code(codeLists.AcademicSummaryType)),
  text('AcademicSummaryLevel', code(codeLists.CreditLevel)),
  nodes('GPA', gpa),
  nodes('AcademicHonors', honor),
  text('ClassRank', count),
  text('ClassSize', classSize),
  notes,
  nodes('HighSchoolCreditSummary', subjectArea),
]
const standings = text('Delinquencies', code(codeLists.Standing))
const exitDate = text('ExitDate', date)

const programCodes: readonly Row[] = [
  oneOf([
    text('ProgramSecondarySchoolCode', code(codeLists.SecondarySchoolProgram)),
    text('ProgramCIPCode', exact(20, 6)),
    text('ProgramHEGISCode', exact(20, 6)),
    text('ProgramCSISCode', exact(5, 5)),
    text('ProgramUSISCode', exact(5, 5)),
    text('ProgramESISCode', exact(20)),
    text('ProgramLocalCode', exact(80)),
  ]),
]
const programSummary: Layout = layout(summaryTable, [...summaryRows, standings, exitDate])

/** The programme of a summary, which has no summary of its own. */
const summarizedProgram: Layout = layout(programTable, [
  ...programCodes,
  text('AcademicProgramType', code(codeLists.AcademicProgramType)),
  text('AcademicProgramName', prose({ '1.6': 60, '1.8': 120 })),
  notes,
])

/** A programme, with its summary. */
export const program: Layout = layout(programTable, [
  ...summarizedProgram.rows,
  nodes('ProgramSummary', programSummary),
])

/** A summary of an award. */
const awardSummary: Layout = layout(summaryTable, [...summaryRows, nodes('AcademicProgram', summarizedProgram)])

/** A summary of a record or a session. */
export const summary: Layout = layout(summaryTable, [
  ...awardSummary.rows,
  standings,
  text('EntryDate', date),
  exitDate,
  text('ExitReasonCode', code(codeLists.ExitReason)),
  text('ClassRankSessionCount', count),
  oneOf([text('ClassRankDate', date), text('ClassRankYear', year), text('ClassRankYearMonth', yearMonth)]),
])

const requirement: Layout = layout(requirementTable, [
  text('ThesisDissertationTitle', prose(Number.POSITIVE_INFINITY)),
  text('URLAddress', exact(512)),
  notes,
])

/** A degree, diploma or certificate. */
export const award: Layout = layout(awardTable, [
  text('AcademicAwardLevel', code(codeLists.AcademicAwardLevel)),
  text('AcademicAwardDate', date),
  text('AcademicAwardTitle', prose(400)),
  nodes('AcademicHonors', honor),
  text('AcademicCompletionIndicator', boolean),
  text('AcademicCompletionDate', date),
  nodes('AcademicAwardProgram', program),
  nodes('AcademicDegreeRequirement', requirement),
  nodes('AcademicSummary', awardSummary),
  notes,
])
