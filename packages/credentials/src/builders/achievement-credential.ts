import type { AchievementCredential, AchievementCredentialInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { badgeRules } from './object-rules.js'

/**
 * Returns an unsigned AchievementCredential (VCDM 2.0): a badge, or one course of a learner record. A proof in the
 * input is left out.
 *
 * Members of other vocabularies are carried over; their types are named so that slips of the pen are still found:
 * `achievementCredential<{ honorCode: string }>({ honorCode: 'kept', … })`. Their context goes into `@context`.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, AchievementCredential](https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential)
 * @example
 * ```ts
 * import { achievementCredential } from '@testamur/credentials'
 *
 * export const badge = achievementCredential({
 *   issuer: { id: 'did:web:university.example', name: 'Example University' },
 *   validFrom: new Date(),
 *   credentialSubject: {
 *     id: 'did:example:learner',
 *     achievement: { name: 'Algebra', description: 'Groups.', criteria: { narrative: 'Pass the examination.' } },
 *   },
 * })
 * ```
 */
export function achievementCredential<Extension = unknown>(
  input: AchievementCredentialInput & NoInfer<Extension>,
  options: BuildOptions = {},
): AchievementCredential & NoInfer<Extension> {
  return build('AchievementCredential', input, options, badgeRules)
}
