import type { Rule } from '../../interface.js'
import { lookingAt } from '../looking-at.js'
import { associationCycle } from './association-cycle.js'
import { associationEnds } from './association-ends.js'
import { repeatedCredentials } from './repeated-credentials.js'

/** Rules of how the achievements and the credentials of a record relate. */
export const recordRules: readonly Rule[] = [
  lookingAt(['association'], associationEnds),
  lookingAt(['association'], associationCycle),
  repeatedCredentials,
]
