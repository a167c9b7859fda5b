import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../interface.js'
import { memberOf, objectsAt } from '../located.js'

/** A result refers to a result description of the achievement that is awarded. */
export const resultDescription: Rule = {
  id: 'result-description',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    const descriptions = objectsAt(subject, 'achievement').flatMap((each) => objectsAt(each, 'resultDescription'))
    const ids = new Set(descriptions.map(({ value }) => memberOf(value, 'id')))
    for (const { value, pointer } of objectsAt(subject, 'result')) {
      const described = memberOf(value, 'resultDescription')
      // Anything but a string is for the schema to refuse.
      if (typeof described !== 'string' || ids.has(described)) continue
      const message = '`resultDescription` must be the `id` of a result description of the same achievement.'
      report('result-description-unknown', childPointer(pointer, 'resultDescription'), message)
    }
  },
}
