import type { Rule } from '../../interface.js'
import { lookingAt } from '../looking-at.js'
import { achievedLevel } from './achieved-level.js'
import { criteriaContent } from './criteria-content.js'
import { repeatedIds } from './repeated-ids.js'
import { requiredLevel } from './required-level.js'
import { resultDescription } from './result-description.js'
import { resultStatus } from './result-status.js'
import { resultValue } from './result-value.js'
import { subjectIdentity } from './subject-identity.js'

/** Rules of achievements, their results and those who reached them. */
export const achievementRules: readonly Rule[] = [
  subjectIdentity,
  criteriaContent,
  lookingAt(['result'], resultDescription),
  achievedLevel,
  lookingAt(['requiredLevel'], requiredLevel),
  lookingAt(['result'], resultStatus),
  resultValue,
  repeatedIds,
]
