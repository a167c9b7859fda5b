import type { School, WebAddress } from './organization.js'

/** One attempt at a course. */
export interface Course {
  readonly creditBasis?: string | undefined
  readonly creditUnit?: string | undefined
  readonly creditLevel?: string | undefined
  /** Credits the course offers. */
  readonly creditValue?: string | undefined
  /** Credits the learner got. */
  readonly creditEarned?: string | undefined
  readonly gradeScaleCode?: string | undefined
  readonly grade?: string | undefined
  readonly supplementalGrades: readonly SupplementalGrade[]
  /** Average grade of the class. */
  readonly averageGrade?: string | undefined
  readonly equivalentGrades: readonly EquivalentGrade[]
  readonly gradeStatus?: string | undefined
  readonly narrativeGrade?: string | undefined
  readonly repeatCode?: string | undefined
  readonly subjectCodes: CourseSubjectCodes
  readonly qualityPoints?: string | undefined
  readonly level?: string | undefined
  readonly gpaApplicability?: string | undefined
  readonly subject?: string | undefined
  readonly number?: string | undefined
  readonly section?: string | undefined
  /** Number of the course where it was taken, for transferred credit. */
  readonly originalId?: string | undefined
  readonly agencyId?: string | undefined
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly classSize?: string | undefined
  readonly addDate?: string | undefined
  readonly dropDate?: string | undefined
  /** The institution that taught it, when the session and the record do not say so. */
  readonly school?: School | undefined
  readonly overrideSchoolNumber?: string | undefined
  /** Which programme of the session it counts for: `FirstProgram`, `SecondProgram`, `BothPrograms`, `NotApplicable`. */
  readonly applicability?: string | undefined
  readonly beginDate?: string | undefined
  readonly endDate?: string | undefined
  readonly instructionSite?: string | undefined
  readonly instructionSiteName?: string | undefined
  readonly requirements: readonly CourseQualifier[]
  readonly attributes: readonly CourseQualifier[]
  readonly proficiencies: readonly CourseQualifier[]
  readonly licensures: readonly Licensure[]
  readonly languages: readonly InstructionLanguage[]
  readonly instructionMethod?: string | undefined
  readonly topics: readonly string[]
  readonly outcomes: readonly LearningOutcome[]
  readonly notes: readonly string[]
}

/** Codes that say what a course is about. */
export interface CourseSubjectCodes {
  readonly CIP?: string | undefined
  readonly CSIS?: string | undefined
  readonly USIS?: string | undefined
  readonly NCES?: string | undefined
  readonly SCED?: string | undefined
  readonly FiveDigitSCED?: string | undefined
  readonly SubjectArea?: string | undefined
}

/** A grade beside the final one: mid-term, examination, conduct. */
export interface SupplementalGrade {
  readonly code?: string | undefined
  readonly subSession?: string | undefined
  readonly scaleCode?: string | undefined
  readonly status?: string | undefined
  readonly grade?: string | undefined
  readonly notes: readonly string[]
}

/** The same grade on another scale. */
export interface EquivalentGrade {
  readonly grade?: string | undefined
  readonly scaleCode?: string | undefined
}

/** A requirement a course meets, an attribute it has or a proficiency it shows (PESC's RAP). */
export interface CourseQualifier {
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly subNames: readonly string[]
  readonly conditionsMet: readonly string[]
  readonly conditionsMetDates: readonly string[]
  readonly notes: readonly string[]
}

/** A licence that a course or a record counts towards. */
export interface Licensure {
  readonly names: readonly string[]
  readonly regionCode?: string | undefined
  readonly passageDates: readonly string[]
  readonly fulfillment?: string | undefined
  readonly notes: readonly string[]
}

/** A language, and how it is used or known. */
export interface InstructionLanguage {
  readonly code?: string | undefined
  readonly instructionUsage?: string | undefined
  readonly usage?: string | undefined
  readonly proficiency?: string | undefined
  readonly notes: readonly string[]
}

/** What a learner can do after a course. */
export interface LearningOutcome {
  readonly description?: string | undefined
  readonly assessments: readonly OutcomeAssessment[]
  readonly frameworks: readonly OutcomeFramework[]
}

/** How well an outcome was reached. */
export interface OutcomeAssessment {
  readonly skillCode?: string | undefined
  readonly proficiencyCode?: string | undefined
}

/** Where a framework of competencies states the same outcome. */
export interface OutcomeFramework {
  readonly source?: WebAddress | undefined
  readonly outcomes: readonly FrameworkOutcome[]
}

/** An outcome as a framework states it. */
export interface FrameworkOutcome {
  readonly id?: string | undefined
  readonly statement?: string | undefined
}
