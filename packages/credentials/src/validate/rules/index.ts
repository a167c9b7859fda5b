import type { Rule } from '../interface.js'
import { achievedLevel } from './achieved-level.js'
import { associationCycle } from './association-cycle.js'
import { associationEnds } from './association-ends.js'
import { criteriaContent } from './criteria-content.js'
import { dateOrder } from './date-order.js'
import { resultDescription } from './result-description.js'
import { resultStatus } from './result-status.js'
import { subjectIdentity } from './subject-identity.js'

/** Every rule over several members; builders and `validate` apply the same. */
export const rules: readonly Rule[] = [
  subjectIdentity,
  criteriaContent,
  resultDescription,
  achievedLevel,
  resultStatus,
  associationEnds,
  associationCycle,
  dateOrder,
]
