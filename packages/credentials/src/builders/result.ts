import type { Result, ResultInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'

/**
 * Returns a Result: what a learner reached. `resultDescription` and `achievedLevel` take the object itself or its id.
 * That the achievement has them is checked where both are known: by the builders of the subject and of the credential.
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
export function result<Extension = unknown>(
  input: ResultInput & NoInfer<Extension>,
  options: BuildOptions = {},
): Result & Extension {
  return build('Result', input, options)
}
