import type { AcademicAward, AcademicProgram } from './award.js'
import type { Course, CourseQualifier, InstructionLanguage, Licensure } from './course.js'
import type { Organization, School, WebAddress } from './organization.js'
import type { AcademicSummary } from './summary.js'

/** What was studied at one institution or level. */
export interface AcademicRecord {
  /** The institution, when it is not the sender. */
  readonly school?: School | undefined
  readonly studentLevel?: StudentLevel | undefined
  readonly cohortGraduationYear?: string | undefined
  readonly awards: readonly AcademicAward[]
  readonly summaries: readonly AcademicSummary[]
  readonly sessions: readonly AcademicSession[]
  /** Courses outside any session. */
  readonly courses: readonly Course[]
  readonly additionalAchievements: readonly AdditionalAchievements[]
  /** What a co-curricular record says of itself: department, categories, programmes with outcomes, evidence. */
  readonly coCurricular?: CoCurricularLearning | undefined
  /** Address of the legend that explains the record. */
  readonly legend?: string | undefined
  readonly notes: readonly string[]
}

/** How far a student was, for instance `CollegeSophomore`. */
export interface StudentLevel {
  readonly code?: string | undefined
  readonly notes: readonly string[]
}

/** A term. */
export interface AcademicSession {
  readonly term: Term
  readonly school?: School | undefined
  readonly studentLevel?: StudentLevel | undefined
  readonly programs: readonly AcademicProgram[]
  readonly awards: readonly AcademicAward[]
  readonly courses: readonly Course[]
  readonly experiences: readonly LearningExperience[]
  readonly summaries: readonly AcademicSummary[]
  readonly notes: readonly string[]
}

/** When a session was. */
export interface Term {
  /** Year and month, `2019-09`: often all that is known. */
  readonly designator?: string | undefined
  readonly designatorSuffix?: string | undefined
  readonly name?: string | undefined
  readonly type?: string | undefined
  readonly schoolYear?: string | undefined
  readonly beginDate?: string | undefined
  readonly endDate?: string | undefined
  readonly notes: readonly string[]
}

/** Learning outside the classroom: a placement, a co-operative term. */
export interface LearningExperience {
  readonly sponsor?: string | undefined
  readonly location?: string | undefined
  readonly reflection?: string | undefined
  readonly notes: readonly string[]
}

/** What records of learning beside the curriculum say of a whole record (PESC's LearningRecord). */
export interface CoCurricularLearning {
  /** The part of the institution that the learning took place in. */
  readonly department?: Organization | undefined
  /** `Academic`, `Arts`, `Athletic`, `BusinessEmployment`, `CommunityService`, `Leadership`, `Other`. */
  readonly categories: readonly string[]
  /** How it was taught: `FieldStudy`, `InternetInstruction`, … */
  readonly instructionMethod?: string | undefined
  /** Programmes with what they lead to. */
  readonly programs: readonly AcademicProgram[]
  /** Where the learner's work can be seen. */
  readonly evidence: readonly WebAddress[]
}

/** What a record says a learner has, outside courses. */
export interface AdditionalAchievements {
  /** `Academic`, `Arts`, `Athletic`, `BusinessEmployment`, `CommunityService`, `Leadership`, `Other`. */
  readonly category?: string | undefined
  /** What was achieved, for instance the name of a prize. */
  readonly title?: string | undefined
  readonly sponsor?: string | undefined
  /** How far the student was then: `EleventhGrade`, … */
  readonly studentLevelCode?: string | undefined
  /** Year of the award, or year and month, as far as it is known. */
  readonly awardYear?: string | undefined
  readonly awardYearMonth?: string | undefined
  readonly requirements: readonly CourseQualifier[]
  readonly attributes: readonly CourseQualifier[]
  readonly proficiencies: readonly CourseQualifier[]
  readonly languages: readonly InstructionLanguage[]
  readonly licensures: readonly Licensure[]
  readonly notes: readonly string[]
}
