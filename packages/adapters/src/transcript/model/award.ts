import type { LearningOutcome } from './course.js'
import type { AcademicSummary, Honor } from './summary.js'

/** A degree, diploma or certificate. */
export interface AcademicAward {
  /** Level code, never a number: `2.4` is a bachelor's degree in one system, `4` something else in another. */
  readonly level?: string | undefined
  readonly date?: string | undefined
  readonly title?: string | undefined
  readonly completed?: string | undefined
  readonly completionDate?: string | undefined
  readonly honors: readonly Honor[]
  readonly programs: readonly AcademicProgram[]
  readonly requirements: readonly DegreeRequirement[]
  readonly summaries: readonly AcademicSummary[]
  readonly notes: readonly string[]
}

/** A requirement met for a degree: a thesis or dissertation. */
export interface DegreeRequirement {
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly notes: readonly string[]
}

/** A programme of study, or its major, minor or concentration. */
export interface AcademicProgram {
  readonly codes: ProgramCodes
  /** `Major`, `SecondMajor`, `Minor`, `Concentration`, `Specialization`, `Focus`; absent for the programme itself. */
  readonly type?: string | undefined
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly summary?: AcademicSummary | undefined
  /** What learners can do after it. */
  readonly outcomes?: readonly LearningOutcome[] | undefined
  readonly notes: readonly string[]
}

/** Codes that say what a programme is about. */
export interface ProgramCodes {
  readonly SecondarySchool?: string | undefined
  readonly CIP?: string | undefined
  readonly HEGIS?: string | undefined
  readonly CSIS?: string | undefined
  readonly USIS?: string | undefined
  readonly ESIS?: string | undefined
  readonly Local?: string | undefined
}
