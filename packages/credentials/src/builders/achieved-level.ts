import type { ObjectRule } from '../validate/interface.js'
import { linkCheck } from '../validate/links.js'
import { describedResults, levelsOf } from '../validate/rules/achievement/described-results.js'

/** The part of the rule `achieved-level` that refuses: a result's level is one that the achievement lists. */
export const achievedLevel: ObjectRule = {
  id: 'achieved-level',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    const { descriptions, results } = describedResults(subject)
    const what = 'a rubric criterion level of the same achievement'
    const checkLink = linkCheck(report, 'achieved-level-unknown', levelsOf(descriptions), what)
    for (const { result } of results) checkLink(result, 'achievedLevel')
  },
}
