import type { AchievementSubject, AchievementSubjectInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { badgeRules } from './object-rules.js'

/**
 * Returns an AchievementSubject: the learner and what the learner achieved. Its results refer to the result
 * descriptions of its achievement.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, AchievementSubject](https://www.imsglobal.org/spec/ob/v3p0/#achievementsubject)
 * @example
 * ```ts
 * import { achievement, achievementSubject, resultDescription } from '@testamur/credentials'
 *
 * const grade = resultDescription({ name: 'Grade', resultType: 'LetterGrade' })
 * const criteria = { narrative: 'Pass the examination.' }
 * const algebra = achievement({ name: 'Algebra', description: 'Groups.', criteria, resultDescription: [grade] })
 *
 * export const subject = achievementSubject({
 *   id: 'did:example:learner',
 *   achievement: algebra,
 *   result: [{ resultDescription: grade, value: 'A' }],
 * })
 * ```
 */
export function achievementSubject<Extension = unknown>(
  input: AchievementSubjectInput & NoInfer<Extension>,
  options: BuildOptions = {},
): AchievementSubject & NoInfer<Extension> {
  return build('AchievementSubject', input, options, badgeRules)
}
