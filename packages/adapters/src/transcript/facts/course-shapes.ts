import type {
  Course,
  CourseQualifier,
  CourseSubjectCodes,
  EquivalentGrade,
  FrameworkOutcome,
  InstructionLanguage,
  LearningOutcome,
  Licensure,
  OutcomeAssessment,
  OutcomeFramework,
  SupplementalGrade,
} from '../model/index.js'
import type { NodeShape } from './node-shape.js'
import { school, webAddress } from './organization-shapes.js'

// Courses at run time: the compiler sees that no field is missing, and that each holds what is said here.

const notes = { notes: 'texts' } as const

export const qualifier: NodeShape<CourseQualifier> = {
  codes: 'texts',
  names: 'texts',
  subNames: 'texts',
  conditionsMet: 'texts',
  conditionsMetDates: 'texts',
  ...notes,
}
export const licensure: NodeShape<Licensure> = {
  names: 'texts',
  regionCode: 'text',
  passageDates: 'texts',
  fulfillment: 'text',
  ...notes,
}
export const language: NodeShape<InstructionLanguage> = {
  code: 'text',
  instructionUsage: 'text',
  usage: 'text',
  proficiency: 'text',
  ...notes,
}
export const outcomeAssessment: NodeShape<OutcomeAssessment> = { skillCode: 'text', proficiencyCode: 'text' }
export const frameworkOutcome: NodeShape<FrameworkOutcome> = { id: 'text', statement: 'text' }
export const outcomeFramework: NodeShape<OutcomeFramework> = {
  source: { optional: () => webAddress },
  outcomes: [() => frameworkOutcome],
}
export const learningOutcome: NodeShape<LearningOutcome> = {
  description: 'text',
  assessments: [() => outcomeAssessment],
  frameworks: [() => outcomeFramework],
}
export const supplementalGrade: NodeShape<SupplementalGrade> = {
  code: 'text',
  subSession: 'text',
  scaleCode: 'text',
  status: 'text',
  grade: 'text',
  ...notes,
}
export const equivalentGrade: NodeShape<EquivalentGrade> = { grade: 'text', scaleCode: 'text' }
export const subjectCodes: NodeShape<CourseSubjectCodes> = {
  CIP: 'text',
  CSIS: 'text',
  USIS: 'text',
  NCES: 'text',
  SCED: 'text',
  FiveDigitSCED: 'text',
  SubjectArea: 'text',
}
export const course: NodeShape<Course> = {
  creditBasis: 'text',
  creditUnit: 'text',
  creditLevel: 'text',
  creditValue: 'text',
  creditEarned: 'text',
  gradeScaleCode: 'text',
  grade: 'text',
  supplementalGrades: [() => supplementalGrade],
  averageGrade: 'text',
  equivalentGrades: [() => equivalentGrade],
  gradeStatus: 'text',
  narrativeGrade: 'text',
  repeatCode: 'text',
  subjectCodes: { required: () => subjectCodes },
  qualityPoints: 'text',
  level: 'text',
  gpaApplicability: 'text',
  subject: 'text',
  number: 'text',
  section: 'text',
  originalId: 'text',
  agencyId: 'text',
  title: 'text',
  description: 'text',
  classSize: 'text',
  addDate: 'text',
  dropDate: 'text',
  school: { optional: () => school },
  overrideSchoolNumber: 'text',
  applicability: 'text',
  beginDate: 'text',
  endDate: 'text',
  instructionSite: 'text',
  instructionSiteName: 'text',
  requirements: [() => qualifier],
  attributes: [() => qualifier],
  proficiencies: [() => qualifier],
  licensures: [() => licensure],
  languages: [() => language],
  instructionMethod: 'text',
  topics: 'texts',
  outcomes: [() => learningOutcome],
  ...notes,
}
