import type { Rule } from '../interface.js'
import { hasMember, memberOf, objectsAt } from '../located.js'

/** A result that is described as a status has a `status`. */
export const resultStatus: Rule = {
  id: 'result-status',
  classes: ['AchievementSubject'],
  source: 'Open Badges 3.0, Result',
  check: (subject, report) => {
    const descriptions = objectsAt(subject, 'achievement').flatMap((each) => objectsAt(each, 'resultDescription'))
    const statuses = descriptions.filter(({ value }) => memberOf(value, 'resultType') === 'Status')
    const ids = new Set(statuses.map(({ value }) => memberOf(value, 'id')))
    for (const result of objectsAt(subject, 'result')) {
      const described = memberOf(result.value, 'resultDescription')
      if (typeof described !== 'string' || !ids.has(described) || hasMember(result, 'status')) continue
      report('result-status-missing', result.pointer, 'The result needs `status`: its description is of type `Status`.')
    }
  },
}
