import type { ObjectRule } from '../validate/interface.js'
import { criteriaContent } from '../validate/rules/achievement/criteria-content.js'
import { requiredLevel } from '../validate/rules/achievement/required-level.js'
import { resultDescription } from '../validate/rules/achievement/result-description.js'
import { resultStatus } from '../validate/rules/achievement/result-status.js'
import { subjectIdentity } from '../validate/rules/achievement/subject-identity.js'
import { dateOrder } from '../validate/rules/credential/date-order.js'
import { achievedLevel } from './achieved-level.js'
import { dateNames } from './date-names.js'
import { statusEntry } from './status-entry.js'

// The rules of `validate` that finished objects can break, by what is built: each builder brings those alone that its
// class, or one inside it, can break; the lists are written out, since bundlers keep all that is spread. What remains for
// `validate`: names and types (whether contexts define them, and none is a keyword), what VC-JWTs hold, the schemas that
// a credential claims, the proofs and foreign envelopes of credentials inside, and all that is only a warning.

/** For a profile and an endorsement: each can hold the other. */
export const endorsementRules: readonly ObjectRule[] = [dateOrder, dateNames, statusEntry]

/** For a result description. */
export const descriptionRules: readonly ObjectRule[] = [requiredLevel]

/** For an achievement. */
export const achievementRules: readonly ObjectRule[] = [
  criteriaContent,
  requiredLevel,
  dateOrder,
  dateNames,
  statusEntry,
]

/** For the subject of a badge, and the badge. */
export const badgeRules: readonly ObjectRule[] = [
  subjectIdentity,
  criteriaContent,
  resultDescription,
  achievedLevel,
  requiredLevel,
  resultStatus,
  dateOrder,
  dateNames,
  statusEntry,
]
