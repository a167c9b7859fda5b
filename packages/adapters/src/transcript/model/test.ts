import type { StudentLevel } from './academic-record.js'

/** A standardised test. */
export interface Test {
  readonly code?: string | undefined
  readonly educationCode?: string | undefined
  readonly name?: string | undefined
  readonly version?: string | undefined
  /** The family of tests that it belongs to. */
  readonly group?: string | undefined
  /** `ComputerTest`, `PencilAndPaper`. */
  readonly administrationMethod?: string | undefined
  readonly date?: string | undefined
  readonly yearMonth?: string | undefined
  readonly year?: string | undefined
  readonly studentLevel?: StudentLevel | undefined
  /** Scale score of the whole test, with its standard error and the level of achievement that it stands for. */
  readonly scaleScore?: string | undefined
  readonly standardError?: string | undefined
  readonly achievementLevel?: string | undefined
  readonly subtests: readonly Subtest[]
  readonly notes: readonly string[]
}

/** A part of a test that has scores of its own. */
export interface Subtest {
  readonly code?: string | undefined
  readonly educationCode?: string | undefined
  readonly name?: string | undefined
  /** What is to be known of all its scores; codes of a score itself stand with the score. */
  readonly revised?: string | undefined
  readonly invalidated?: string | undefined
  readonly selfReported?: string | undefined
  /** Why there are no scores. */
  readonly exclusionReasons?: readonly string[] | undefined
  readonly scores: readonly TestScore[]
  readonly notes: readonly string[]
}

/** One score, by one method: `Raw`, `Scaled`, `Percent`, `Percentile`, … */
export interface TestScore {
  readonly value?: string | undefined
  readonly method?: string | undefined
  /** Score from which on it counts as mastered. */
  readonly cutScore?: string | undefined
  readonly revised?: string | undefined
  readonly invalidated?: string | undefined
  readonly selfReported?: string | undefined
  readonly notes: readonly string[]
}
