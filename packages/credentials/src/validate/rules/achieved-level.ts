import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../interface.js'
import { memberOf, objectsAt } from '../located.js'

/** A result's level is one that the achievement lists, and one of the result description that the result refers to. */
export const achievedLevel: Rule = {
  id: 'achieved-level',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    const descriptions = objectsAt(subject, 'achievement').flatMap((each) => objectsAt(each, 'resultDescription'))
    const levels = descriptions.map((each) => ({
      description: memberOf(each.value, 'id'),
      ids: objectsAt(each, 'rubricCriterionLevel').map(({ value }) => memberOf(value, 'id')),
    }))
    const levelsOf = new Map(levels.map(({ description, ids }) => [description, new Set(ids)]))
    const anyLevel = new Set(levels.flatMap(({ ids }) => ids))
    for (const { value, pointer } of objectsAt(subject, 'result')) {
      const level = memberOf(value, 'achievedLevel')
      const described = memberOf(value, 'resultDescription')
      if (typeof level !== 'string') continue
      const place = childPointer(pointer, 'achievedLevel')
      if (!anyLevel.has(level)) {
        const message = '`achievedLevel` must be the `id` of a rubric criterion level of the same achievement.'
        report('achieved-level-unknown', place, message)
      } else if (typeof described === 'string' && !levelsOf.get(described)?.has(level)) {
        const message = '`achievedLevel` should be a level of the result description that the result refers to.'
        // An example of the specification itself does it.
        report('achieved-level-elsewhere', place, message, 'warning')
      }
    }
  },
}
