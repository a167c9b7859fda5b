import type { ObjectRule } from '../../interface.js'
import { linkCheck } from '../../links.js'
import type { Walk } from '../../walk.js'
import { describedResults } from './described-results.js'

/** A result refers to a result description of the achievement that is awarded. */
export const resultDescription: ObjectRule = {
  id: 'result-description',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report, walk?: Walk) => {
    const { byId, results } = describedResults(subject, walk?.lastDescribed)
    const what = 'a result description of the same achievement'
    const checkLink = linkCheck(report, 'result-description-unknown', byId, what)
    for (const { result } of results) checkLink(result, 'resultDescription')
  },
}
