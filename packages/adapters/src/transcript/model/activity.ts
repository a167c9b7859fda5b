import type { AdditionalAchievements } from './academic-record.js'

/** What a learner did outside lessons, as a test agency or school has it on file. */
export interface StudentActivities {
  /** Prizes, offices, services. */
  readonly achievements: readonly AdditionalAchievements[]
  /** Clubs, teams, jobs. */
  readonly extracurricular: readonly ExtracurricularActivity[]
}

/** Something a learner took part in over time. */
export interface ExtracurricularActivity {
  readonly code?: string | undefined
  readonly description?: string | undefined
  readonly gradeLevel?: string | undefined
  /** Year and month, `2015-09`. */
  readonly beginYearMonth?: string | undefined
  readonly endYearMonth?: string | undefined
  readonly years?: string | undefined
  readonly weeklyHours?: string | undefined
  readonly yearlyWeeks?: string | undefined
  readonly recognitions?: string | undefined
  /** `Local`, `Regional`, `National`, `International`. */
  readonly scope?: string | undefined
  readonly organization?: string | undefined
  readonly leadershipPosition?: string | undefined
  /** `Elected`, `NonElected`. */
  readonly leadershipCharacteristic?: string | undefined
  readonly notes: readonly string[]
}
