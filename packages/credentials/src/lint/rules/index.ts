import type { LintRule } from '../interface.js'
import { achievementId } from './achievement-id.js'
import { achievementType } from './achievement-type.js'
import { alignments } from './alignments.js'
import { associations } from './associations.js'
import { changeable } from './changeable.js'
import { credits } from './credits.js'
import { criteriaNarrative } from './criteria-narrative.js'
import { dateSequence } from './date-sequence.js'
import { demonstration } from './demonstration.js'
import { effortAndLevel } from './effort-and-level.js'
import { gradeScale } from './grade-scale.js'
import { issuer } from './issuer.js'
import { personalData } from './personal-data.js'
import { practice } from './practice.js'
import { presentation } from './presentation.js'
import { results } from './results.js'
import { transcript } from './transcript.js'
import { wording } from './wording.js'

/** Every rule, Q01 to Q18; profiles choose among them. */
export const lintRules: readonly LintRule[] = [
  wording,
  achievementType,
  criteriaNarrative,
  alignments,
  demonstration,
  results,
  gradeScale,
  issuer,
  dateSequence,
  credits,
  associations,
  personalData,
  achievementId,
  presentation,
  changeable,
  effortAndLevel,
  transcript,
  practice,
]
