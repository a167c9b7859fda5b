import type { Result, ResultType } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions, ResultInputOf } from './interface.js'

/**
 * Returns a Result: what a learner reached. `resultDescription` and `achievedLevel` take the object itself or its id.
 * Given what `resultDescription` returned, the types know more: a state needs `status`, a level is one of its levels,
 * and editors complete its allowed values.
 *
 * That the achievement has the description and the level is checked where both are known: by the builders of the
 * subject and of the credential.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, Result](https://www.imsglobal.org/spec/ob/v3p0/#result)
 * @example
 * ```ts
 * import { result, resultDescription } from '@testamur/credentials'
 *
 * const grade = resultDescription({ name: 'Final grade', resultType: 'LetterGrade' })
 *
 * export const a = result({ resultDescription: grade, value: 'A' })
 * ```
 */
export function result<
  Extension = unknown,
  Type extends ResultType = ResultType,
  Value extends string = string,
  Level extends string = string,
>(
  input: ResultInputOf<Type, Value, Level> & NoInfer<Extension>,
  options: BuildOptions = {},
): Result & NoInfer<Extension> {
  return build('Result', input, options)
}
