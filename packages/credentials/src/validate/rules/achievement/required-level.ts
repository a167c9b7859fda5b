import type { ObjectRule } from '../../interface.js'
import { linkCheck } from '../../links.js'
import { levelsOf } from './described-results.js'

/** The level needed to pass is one of the levels that the result description lists. */
export const requiredLevel: ObjectRule = {
  id: 'required-level',
  classes: ['ResultDescription'],
  source: 'Open Badges 3.0, ResultDescription',
  check: (description, report) => {
    const what = 'a rubric criterion level of the same result description'
    linkCheck(report, 'required-level-unknown', levelsOf([description]), what)(description, 'requiredLevel')
  },
}
