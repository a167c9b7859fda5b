import type { StudentLevel } from './academic-record.js'

/** A standardised test. */
export interface Test {
  readonly code?: string | undefined
  readonly educationCode?: string | undefined
  readonly name?: string | undefined
  readonly date?: string | undefined
  readonly yearMonth?: string | undefined
  readonly year?: string | undefined
  readonly studentLevel?: StudentLevel | undefined
  readonly subtests: readonly Subtest[]
  readonly notes: readonly string[]
}

/** A part of a test that has scores of its own. */
export interface Subtest {
  readonly code?: string | undefined
  readonly educationCode?: string | undefined
  readonly name?: string | undefined
  readonly scores: readonly TestScore[]
  readonly notes: readonly string[]
}

/** One score, by one method. */
export interface TestScore {
  readonly value?: string | undefined
  readonly method?: string | undefined
  readonly revised?: string | undefined
  readonly invalidated?: string | undefined
  readonly selfReported?: string | undefined
  readonly notes: readonly string[]
}
