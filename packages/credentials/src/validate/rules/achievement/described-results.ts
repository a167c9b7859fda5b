import type { Located } from '../../interface.js'
import { idsOf } from '../../links.js'
import { objectsAt } from '../../located.js'

/** A result, and the result description that it refers to. */
interface DescribedResult {
  readonly result: Located
  readonly description: Located | undefined
}

export interface DescribedResults {
  /** In order; of those with the same id, all. */
  readonly descriptions: readonly Located[]
  readonly byId: ReadonlyMap<unknown, Located>
  readonly results: readonly DescribedResult[]
}

/** What was described last in one walk over a document: four rules ask for the same, one after the other. */
export interface LastDescribed {
  subject?: Located
  results?: DescribedResults
}

/**
 * Returns the result descriptions of a subject's achievement, and its results each with the one it refers to.
 *
 * @param last - where the walk keeps what was described last; default: nothing is kept
 */
export function describedResults(subject: Located, last: LastDescribed = {}): DescribedResults {
  const results = last.subject === subject ? last.results : undefined
  last.subject = subject
  return (last.results = results ?? describe(subject))
}

function describe(subject: Located): DescribedResults {
  const descriptions = objectsAt(subject, 'achievement').flatMap((each) => objectsAt(each, 'resultDescription'))
  const byId = new Map<unknown, Located>(descriptions.map((each) => [each.value['id'], each]))
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
