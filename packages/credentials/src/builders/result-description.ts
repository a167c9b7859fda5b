import type { ResultDescriptionInput, ResultType, RubricCriterionLevelInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions, ResultDescriptionOf, RubricCriterionLevelOf } from './interface.js'
import { descriptionRules } from './object-rules.js'

/**
 * Returns a ResultDescription: a result that an achievement can have, for results to refer to. Its type remembers the
 * kind of result, the allowed values and the names of the levels, so that `result` knows what fits.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, ResultDescription](https://www.imsglobal.org/spec/ob/v3p0/#resultdescription)
 * @example
 * ```ts
 * import { resultDescription } from '@testamur/credentials'
 *
 * export const grade = resultDescription({
 *   name: 'Final grade',
 *   resultType: 'LetterGrade',
 *   allowedValue: ['F', 'D', 'C', 'B', 'A'],
 * })
 * ```
 */
export function resultDescription<
  Extension = unknown,
  Type extends ResultType = ResultType,
  Value extends string = string,
  Level extends string = string,
>(
  input: ResultDescriptionInput & {
    readonly resultType: Type
    readonly allowedValue?: readonly Value[] | null | undefined
    readonly rubricCriterionLevel?: readonly (RubricCriterionLevelInput & { readonly name: Level })[] | null | undefined
    readonly requiredLevel?: string | RubricCriterionLevelOf<NoInfer<Level>> | null | undefined
  } & NoInfer<Extension>,
  options: BuildOptions = {},
): ResultDescriptionOf<Type, Value, Level> & NoInfer<Extension> {
  return build('ResultDescription', input, options, descriptionRules)
}
