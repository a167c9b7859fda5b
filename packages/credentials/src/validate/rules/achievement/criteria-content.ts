import type { ObjectRule } from '../../interface.js'
import { hasMember } from '../../located.js'

/** Criteria say something: where they are described (`id`), a text (`narrative`), or both. */
export const criteriaContent: ObjectRule = {
  id: 'criteria-content',
  classes: ['Criteria'],
  source: 'Open Badges 3.0, Criteria',
  check: (criteria, report) => {
    if (hasMember(criteria, 'id') || hasMember(criteria, 'narrative')) return
    report('criteria-empty', criteria.pointer, 'The criteria need a web page (`id`) or a text (`narrative`).')
  },
}
