import type { ObjectRule } from '../../interface.js'
import { hasMember } from '../../located.js'
import type { Walk } from '../../walk.js'
import { describedResults } from './described-results.js'

/** A result that is described as a status has a `status`. */
export const resultStatus: ObjectRule = {
  id: 'result-status',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report, walk?: Walk) => {
    for (const { result, description } of describedResults(subject, walk?.lastDescribed).results) {
      if (description?.value['resultType'] !== 'Status' || hasMember(result, 'status')) continue
      report('result-status-missing', result.pointer, 'The result needs `status`: its description is of type `Status`.')
    }
  },
}
