import type { Achievement, AchievementInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { achievementRules } from './object-rules.js'

/**
 * Returns an Achievement: what can be achieved. One without `id` gets a random one: keep what is returned and use it in
 * every credential that awards it.
 *
 * Members of other vocabularies are carried over; their types are named so that slips of the pen are still found:
 * `achievement<{ honorCode: string }>({ honorCode: 'kept', … })`. Their context goes into `@context` of the credential.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, Achievement](https://www.imsglobal.org/spec/ob/v3p0/#achievement)
 * @example
 * ```ts
 * import { achievement } from '@testamur/credentials'
 *
 * export const algebra = achievement({
 *   achievementType: 'Course',
 *   humanCode: 'MATH 101',
 *   name: 'Algebra',
 *   description: 'Groups, rings and fields.',
 *   criteria: { narrative: 'Pass the examination.' },
 *   creditsAvailable: 3,
 * })
 * ```
 */
export function achievement<Extension = unknown>(
  input: AchievementInput & NoInfer<Extension>,
  options: BuildOptions = {},
): Achievement & NoInfer<Extension> {
  return build('Achievement', input, options, achievementRules)
}
