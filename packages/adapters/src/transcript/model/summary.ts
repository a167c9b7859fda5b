import type { AcademicProgram } from './award.js'

/** Averages, totals and honors of a record, a session, an award or a programme. */
export interface AcademicSummary {
  /** Which courses it counts: `All`, `SenderOnly`, `TransferOnly`, `Cumulative`, … */
  readonly type?: string | undefined
  readonly level?: string | undefined
  readonly gpa?: GradePointAverage | undefined
  readonly honors: readonly Honor[]
  /** Credits required and earned by subject, as high schools sum them up. */
  readonly subjectAreas?: readonly SubjectAreaCredit[] | undefined
  readonly classRank?: string | undefined
  readonly classSize?: string | undefined
  readonly classRankSessionCount?: string | undefined
  /** Date, month or year of the rank, whichever the source gives. */
  readonly classRankDate?: string | undefined
  readonly classRankYear?: string | undefined
  readonly classRankYearMonth?: string | undefined
  readonly program?: AcademicProgram | undefined
  /** Academic standing: `GoodStanding`, `ProbationGPA`, … */
  readonly standings: readonly string[]
  /** The same in the sender's own words, and with remarks. */
  readonly standingDetails: readonly AcademicStanding[]
  readonly prize?: string | undefined
  readonly entryDate?: string | undefined
  readonly exitDate?: string | undefined
  readonly exitReasonCode?: string | undefined
  readonly notes: readonly string[]
}

/** An average, and the hours and points it is computed from. */
export interface GradePointAverage {
  readonly creditHoursAttempted?: string | undefined
  readonly creditHoursEarned?: string | undefined
  readonly creditHoursRequired?: string | undefined
  readonly creditHoursDeficient?: string | undefined
  readonly creditUnit?: string | undefined
  readonly average?: string | undefined
  readonly totalQualityPoints?: string | undefined
  readonly creditHoursForGpa?: string | undefined
  readonly rangeMinimum?: string | undefined
  readonly rangeMaximum?: string | undefined
  readonly scope?: string | undefined
  readonly notes: readonly string[]
}

/** Credits in one subject: how many graduation asks for, and how many there are. */
export interface SubjectAreaCredit {
  /** `English`, `Math`, `Science`, … */
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly creditUnit?: string | undefined
  readonly creditRequired?: string | undefined
  readonly creditEarned?: string | undefined
  readonly creditDeficient?: string | undefined
}

/** An honor: cum laude, a place on the dean's list. */
export interface Honor {
  readonly title?: string | undefined
  /** `FirstHighest`, `SecondHighest`, `ThirdHighest`. */
  readonly level?: string | undefined
  readonly notes: readonly string[]
}

/** A learner's standing at an institution. */
export interface AcademicStanding {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly notes: readonly string[]
}
