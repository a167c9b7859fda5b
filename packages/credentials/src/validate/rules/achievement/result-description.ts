import { childPointer } from '@testamur/documents/json'
import type { Rule } from '../../interface.js'
import { describedResults } from './described-results.js'

/** A result refers to a result description of the achievement that is awarded. */
export const resultDescription: Rule = {
  id: 'result-description',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    for (const { result, reference, description } of describedResults(subject).results) {
      if (typeof reference !== 'string' || description !== undefined) continue
      const message = '`resultDescription` must be the `id` of a result description of the same achievement.'
      report('result-description-unknown', childPointer(result.pointer, 'resultDescription'), message)
    }
  },
}
