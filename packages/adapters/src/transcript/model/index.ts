export type {
  AcademicRecord,
  AcademicSession,
  AdditionalAchievements,
  CoCurricularLearning,
  LearningExperience,
  StudentLevel,
  Term,
} from './academic-record.js'
export type { ExtracurricularActivity, StudentActivities } from './activity.js'
export type { AcademicAward, AcademicProgram, DegreeRequirement, ProgramCodes } from './award.js'
export type {
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
} from './course.js'
export type { AgencyIdentifier, Learner, PersonName } from './learner.js'
export type {
  Accreditation,
  Contact,
  Email,
  LocalIdentifier,
  Organization,
  OrganizationIdentifiers,
  Phone,
  PostalAddress,
  School,
  WebAddress,
} from './organization.js'
export type { AcademicStanding, AcademicSummary, GradePointAverage, Honor, SubjectAreaCredit } from './summary.js'
export type { Subtest, Test, TestScore } from './test.js'
export type { Transcript, TranscriptDocument } from './transcript.js'
