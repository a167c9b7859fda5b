/** The learner, by what can identify them to someone who knows it already. */
export interface Learner {
  readonly name?: PersonName | undefined
  /** The sender's own number for the learner. */
  readonly schoolAssignedId?: string | undefined
  readonly agencyIdentifiers: readonly AgencyIdentifier[]
}

/** A learner's name, in parts. */
export interface PersonName {
  readonly given?: string | undefined
  readonly middle: readonly string[]
  readonly family?: string | undefined
  readonly suffix?: string | undefined
  /** The whole name, where the source has no parts. */
  readonly composite?: string | undefined
}

/** A learner's number at a state, province, district or network. */
export interface AgencyIdentifier {
  readonly value?: string | undefined
  /** Kind of agency: `State`, `Province`, `District`, `MutuallyDefined`, … */
  readonly agencyCode?: string | undefined
  readonly agencyName?: string | undefined
  readonly countryCode?: string | undefined
  readonly regionCode?: string | undefined
}
