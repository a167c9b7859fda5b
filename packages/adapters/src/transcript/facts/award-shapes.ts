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
} from '../model/index.js'
import { learningOutcome } from './course-shapes.js'
import type { NodeShape } from './node-shape.js'

// Awards, programmes and summaries at run time: the compiler sees that no field is missing, and that each holds what is said here.

const notes = { notes: 'texts' } as const

export const gradePointAverage: NodeShape<GradePointAverage> = {
  creditHoursAttempted: 'text',
  creditHoursEarned: 'text',
  creditHoursRequired: 'text',
  creditHoursDeficient: 'text',
  creditUnit: 'text',
  average: 'text',
  totalQualityPoints: 'text',
  creditHoursForGpa: 'text',
  rangeMinimum: 'text',
  rangeMaximum: 'text',
  scope: 'text',
  ...notes,
}
export const honor: NodeShape<Honor> = { title: 'text', level: 'text', ...notes }
export const standing: NodeShape<AcademicStanding> = { code: 'text', name: 'text', ...notes }
export const subjectAreaCredit: NodeShape<SubjectAreaCredit> = {
  code: 'text',
  name: 'text',
  creditUnit: 'text',
  creditRequired: 'text',
  creditEarned: 'text',
  creditDeficient: 'text',
}
export const summary: NodeShape<AcademicSummary> = {
  subjectAreas: { optionalList: () => subjectAreaCredit },
  type: 'text',
  level: 'text',
  gpa: { optional: () => gradePointAverage },
  honors: [() => honor],
  classRank: 'text',
  classSize: 'text',
  classRankSessionCount: 'text',
  classRankDate: 'text',
  classRankYear: 'text',
  classRankYearMonth: 'text',
  program: { optional: () => program },
  standings: 'texts',
  standingDetails: [() => standing],
  prize: 'text',
  entryDate: 'text',
  exitDate: 'text',
  exitReasonCode: 'text',
  ...notes,
}
export const programCodes: NodeShape<ProgramCodes> = {
  SecondarySchool: 'text',
  CIP: 'text',
  HEGIS: 'text',
  CSIS: 'text',
  USIS: 'text',
  ESIS: 'text',
  Local: 'text',
}
export const program: NodeShape<AcademicProgram> = {
  description: 'text',
  outcomes: { optionalList: () => learningOutcome },
  codes: { required: () => programCodes },
  type: 'text',
  name: 'text',
  summary: { optional: () => summary },
  ...notes,
}
export const degreeRequirement: NodeShape<DegreeRequirement> = { title: 'text', url: 'text', ...notes }
export const award: NodeShape<AcademicAward> = {
  level: 'text',
  date: 'text',
  title: 'text',
  completed: 'text',
  completionDate: 'text',
  honors: [() => honor],
  programs: [() => program],
  requirements: [() => degreeRequirement],
  summaries: [() => summary],
  ...notes,
}
