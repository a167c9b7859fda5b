import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'
import { levelsOf } from './achieved-level.js'

/** The level needed to pass is one of the levels that the result description lists. */
export const requiredLevel: Rule = {
  id: 'required-level',
  classes: ['ResultDescription'],
  source: 'Open Badges 3.0, ResultDescription',
  check: (description, report) => {
    const level = memberOf(description.value, 'requiredLevel')
    if (typeof level !== 'string') return
    if (levelsOf(description).has(level)) return
    const message = '`requiredLevel` must be the `id` of a rubric criterion level of the same result description.'
    report('required-level-unknown', childPointer(description.pointer, 'requiredLevel'), message)
  },
}
