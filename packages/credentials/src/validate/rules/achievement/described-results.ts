import type { Located } from '../../interface.js'
import { idsOf } from '../../links.js'
import { objectsAt } from '../../located.js'

/** A result, and the result description that it refers to. */
interface DescribedResult {
  readonly result: Located
  readonly description: Located | undefined
}

interface DescribedResults {
  /** In order; of those with the same id, all. */
  readonly descriptions: readonly Located[]
  readonly byId: ReadonlyMap<unknown, Located>
  readonly results: readonly DescribedResult[]
}

/** Returns the result descriptions of a subject's achievement, and its results each with the one it refers to. */
export function describedResults(subject: Located): DescribedResults {
  const descriptions: Located[] = []
  const byId = new Map<unknown, Located>()
  for (const achievement of objectsAt(subject, 'achievement')) {
    for (const each of objectsAt(achievement, 'resultDescription')) {
      descriptions.push(each)
      byId.set(each.value['id'], each)
    }
  }
  const results = objectsAt(subject, 'result').map((result) => {
    const { resultDescription: reference } = result.value
    // Anything but a string is for the schema to refuse.
    return { result, description: typeof reference === 'string' ? byId.get(reference) : undefined }
  })
  return { descriptions, byId, results }
}

/** The ids of the levels that result descriptions list. */
export const levelsOf = (descriptions: readonly Located[]): ReadonlySet<unknown> =>
  idsOf(descriptions.flatMap((each) => objectsAt(each, 'rubricCriterionLevel')))
