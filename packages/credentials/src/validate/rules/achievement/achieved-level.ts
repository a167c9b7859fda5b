import { childPointer } from '@testamur/documents/json'
import type { Located, Rule } from '../../interface.js'
import { memberOf, objectsAt } from '../../located.js'
import { describedResults } from './described-results.js'

/** A result's level is one that the achievement lists, and one of the result description that the result refers to. */
export const achievedLevel: Rule = {
  id: 'achieved-level',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    const { descriptions, results } = describedResults(subject)
    const levels = new Map(descriptions.map((each) => [each, levelsOf(each)]))
    const anyLevel = new Set([...levels.values()].flatMap((ids) => [...ids]))
    for (const { result, reference, description } of results) {
      const level = memberOf(result.value, 'achievedLevel')
      if (typeof level !== 'string') continue
      const place = childPointer(result.pointer, 'achievedLevel')
      if (!anyLevel.has(level)) {
        const message = '`achievedLevel` must be the `id` of a rubric criterion level of the same achievement.'
        report('achieved-level-unknown', place, message)
      } else if (typeof reference === 'string' && !(description && levels.get(description)?.has(level))) {
        const message = '`achievedLevel` should be a level of the result description that the result refers to.'
        // An example of the specification itself does it.
        report('achieved-level-elsewhere', place, message, { level: 'warning' })
      }
    }
  },
}

/** The ids of the levels that a result description lists. */
export const levelsOf = (description: Located): ReadonlySet<unknown> =>
  new Set(objectsAt(description, 'rubricCriterionLevel').map(({ value }) => memberOf(value, 'id')))
