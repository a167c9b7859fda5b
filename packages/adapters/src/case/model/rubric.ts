import type { CfLink, CfObject } from './link.js'

/** One level of a criterion: what it takes, and what it is worth. */
export interface CfRubricCriterionLevel extends CfObject {
  readonly description?: string | undefined
  /** How good it is, in the words of the rubric. */
  readonly quality?: string | undefined
  /** Points. */
  readonly score?: number | undefined
  /** Pre-defined feedback to the learner. */
  readonly feedback?: string | undefined
  /** Place among the levels. */
  readonly position?: number | undefined
  /** GUID of the criterion. */
  readonly rubricCriterionId?: string | undefined
}

/** One criterion of a rubric. */
export interface CfRubricCriterion extends CfObject {
  readonly category?: string | undefined
  readonly description?: string | undefined
  /** The item that the criterion measures. */
  readonly CFItemURI?: CfLink | undefined
  readonly weight?: number | undefined
  /** Place among the criteria. */
  readonly position?: number | undefined
  /** GUID of the rubric. */
  readonly rubricId?: string | undefined
  readonly CFRubricCriterionLevels?: readonly CfRubricCriterionLevel[] | undefined
}

/**
 * How performance is judged.
 *
 * @see [CASE 1.1, CFRubric](https://www.imsglobal.org/spec/case/v1p1)
 */
export interface CfRubric extends CfObject {
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly CFRubricCriteria?: readonly CfRubricCriterion[] | undefined
}
