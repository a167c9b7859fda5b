import type { RubricCriterionLevelInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions, RubricCriterionLevelOf } from './interface.js'

/**
 * Returns a RubricCriterionLevel: one level of a rubric's criterion. One without `id` gets a random one: keep what is
 * returned, list it in the result description and name it in the results that reach it.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, RubricCriterionLevel](https://www.imsglobal.org/spec/ob/v3p0/#rubriccriterionlevel)
 * @example
 * ```ts
 * import { result, resultDescription, rubricCriterionLevel } from '@testamur/credentials'
 *
 * const begun = rubricCriterionLevel({ name: 'Begun', level: '1', description: 'Names the forces.' })
 * const mastered = rubricCriterionLevel({ name: 'Mastered', level: '2', description: 'Computes the forces.' })
 * const rubric = resultDescription({
 *   name: 'Analysis of forces',
 *   resultType: 'RubricCriterionLevel',
 *   rubricCriterionLevel: [begun, mastered], // from low to high
 * })
 *
 * export const reached = result({ resultDescription: rubric, achievedLevel: mastered })
 * ```
 */
export function rubricCriterionLevel<Extension = unknown, Name extends string = string>(
  input: RubricCriterionLevelInput & { readonly name: Name } & NoInfer<Extension>,
  options: BuildOptions = {},
): RubricCriterionLevelOf<NoInfer<Name>> & NoInfer<Extension> {
  return build('RubricCriterionLevel', input, options)
}
