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

/** Four rules ask for them, one after the other: they are kept with the subject, which lives for one walk only. */
const kept: unique symbol = Symbol('described results')

/** Returns the result descriptions of a subject's achievement, and its results each with the one it refers to. */
export const describedResults = (subject: Located & { [kept]?: DescribedResults }): DescribedResults =>
  (subject[kept] ??= describe(subject))

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
