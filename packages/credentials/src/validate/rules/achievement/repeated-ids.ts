import { childPointer, type JsonValue } from '@testamur/documents/json'
import type { Located, Report, Rule } from '../../interface.js'
import { isObject, memberOf, objectsAt } from '../../located.js'

/** What results refer to has an `id` of its own: two of the same are one in JSON-LD. */
export const repeatedIds: Rule = {
  id: 'repeated-ids',
  classes: ['Achievement'],
  source: 'Open Badges 3.0, ResultDescription and RubricCriterionLevel: id',
  members: () => new Set(['resultDescription']),
  isFine: (value) => Array.isArray(value) && value.length < 2 && !value.some(listsLevels),
  check: (achievement, report) => {
    const descriptions = objectsAt(achievement, 'resultDescription')
    reportRepeated(descriptions, report)
    reportRepeated(
      descriptions.flatMap((each) => objectsAt(each, 'rubricCriterionLevel')),
      report,
    )
  },
}

const listsLevels = (description: JsonValue): boolean =>
  isObject(description) && Object.hasOwn(description, 'rubricCriterionLevel')

function reportRepeated(objects: readonly Located[], report: Report): void {
  if (objects.length < 2) return
  const seen = new Set<unknown>()
  for (const { value, pointer } of objects) {
    const id = memberOf(value, 'id')
    if (typeof id !== 'string') continue
    if (seen.has(id)) {
      const message = 'Another one has the same `id`, so results cannot say which of them they mean.'
      report('identifier-repeated', childPointer(pointer, 'id'), message, { level: 'warning' })
    }
    seen.add(id)
  }
}
