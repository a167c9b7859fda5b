import type { ResultDescription, ResultDescriptionInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'

/**
 * Returns a ResultDescription: a result that an achievement can have, for results to refer to.
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
export function resultDescription<Extension = unknown>(
  input: ResultDescriptionInput & NoInfer<Extension>,
  options: BuildOptions = {},
): ResultDescription & Extension {
  return build('ResultDescription', input, options)
}
