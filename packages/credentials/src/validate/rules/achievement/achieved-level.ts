import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { linkCheck } from '../../links.js'
import type { Walk } from '../../walk.js'
import { describedResults, levelsOf } from './described-results.js'

/** A result's level is one that the achievement lists, and one of the result description that the result refers to. */
export const achievedLevel: Rule = {
  id: 'achieved-level',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  members: () => new Set(['result']),
  check: (subject, report, walk?: Walk) => {
    const { descriptions, results } = describedResults(subject, walk?.lastDescribed)
    // Hardly any result has one.
    if (results.every(({ result }) => result.value['achievedLevel'] === undefined)) return
    const levels = new Map<unknown, ReadonlySet<unknown>>(descriptions.map((each) => [each, levelsOf([each])]))
    const ids = levelsOf(descriptions)
    const what = 'a rubric criterion level of the same achievement'
    const checkLink = linkCheck(report, 'achieved-level-unknown', ids, what)
    for (const { result, description } of results) {
      checkLink(result, 'achievedLevel')
      const { achievedLevel: level, resultDescription: reference } = result.value
      if (typeof reference !== 'string' || !ids.has(level) || levels.get(description)?.has(level)) continue
      const message = '`achievedLevel` should be a level of the result description that the result refers to.'
      // An example of the specification itself does it.
      report('achieved-level-elsewhere', childPointer(result.pointer, 'achievedLevel'), message, { level: 'warning' })
    }
  },
}
