import type { ObjectRule } from '../validate/interface.js'
import { associationCycle } from '../validate/rules/record/association-cycle.js'
import { associationEnds } from '../validate/rules/record/association-ends.js'
import { badgeRules } from './object-rules.js'

/** The rules that a learner record can break: those of the badges in it, and how its achievements relate. */
export const recordRules: readonly ObjectRule[] = [...badgeRules, associationEnds, associationCycle]
