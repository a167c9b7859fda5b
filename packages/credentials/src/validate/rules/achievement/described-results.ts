import type { Located } from '../../interface.js'
import { idsOf } from '../../links.js'
import { memberOf, objectsAt } from '../../located.js'

/** A result, what it says it refers to, and the result description of that id. */
interface DescribedResult {
  readonly result: Located
  readonly reference: unknown
  readonly description: Located | undefined
}

/** Returns the result descriptions of a subject's achievement, and its results each with the one it refers to. */
export function describedResults(subject: Located): { descriptions: Located[]; results: DescribedResult[] } {
  const descriptions = objectsAt(subject, 'achievement').flatMap((each) => objectsAt(each, 'resultDescription'))
  const byId = new Map(descriptions.map((each) => [memberOf(each.value, 'id'), each]))
  const results = objectsAt(subject, 'result').map((result) => {
    const reference = memberOf(result.value, 'resultDescription')
    // Anything but a string is for the schema to refuse.
    return { result, reference, description: typeof reference === 'string' ? byId.get(reference) : undefined }
  })
  return { descriptions, results }
}

/** The ids of the levels that result descriptions list. */
export const levelsOf = (descriptions: readonly Located[]): ReadonlySet<unknown> =>
  idsOf(descriptions.flatMap((each) => objectsAt(each, 'rubricCriterionLevel')))
