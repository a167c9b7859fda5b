import type { AchievementCredential } from './achievement-credential.js'
import type { ClrCredential } from './clr-credential.js'
import type { EndorsementCredential } from './endorsement-credential.js'

/**
 * Returns the names in the `type` member of a value; none for anything that has no such member. A single name and an
 * array of names read the same.
 *
 * @example
 * ```ts
 * import { typesOf } from '@testamur/credentials'
 *
 * console.log(typesOf({ type: 'Profile' })) // ['Profile']
 * ```
 */
export function typesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type')) return []
  const { type } = value as { type: unknown }
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

/**
 * True for what calls itself an AchievementCredential or, by its other name, an OpenBadgeCredential.
 * It looks at `type` alone: whether the credential is well-formed is for `validate` to say.
 *
 * @example
 * ```ts
 * import { type ClrCredential, isAchievementCredential } from '@testamur/credentials'
 *
 * export const namesOf = (record: ClrCredential) =>
 *   record.credentialSubject.verifiableCredential
 *     .filter(isAchievementCredential)
 *     .map((badge) => badge.credentialSubject.achievement.name)
 * ```
 */
export function isAchievementCredential(value: unknown): value is AchievementCredential {
  const types = typesOf(value)
  return types.includes('AchievementCredential') || types.includes('OpenBadgeCredential')
}

/**
 * True for what calls itself a ClrCredential. It looks at `type` alone, see {@link isAchievementCredential}.
 *
 * @example
 * ```ts
 * import { isClrCredential } from '@testamur/credentials'
 *
 * console.log(isClrCredential({ type: ['VerifiableCredential', 'ClrCredential'] })) // true
 * ```
 */
export function isClrCredential(value: unknown): value is ClrCredential {
  return typesOf(value).includes('ClrCredential')
}

/**
 * True for what calls itself an EndorsementCredential. It looks at `type` alone, see {@link isAchievementCredential}.
 *
 * @example
 * ```ts
 * import { isEndorsementCredential } from '@testamur/credentials'
 *
 * console.log(isEndorsementCredential({ type: ['VerifiableCredential', 'EndorsementCredential'] })) // true
 * ```
 */
export function isEndorsementCredential(value: unknown): value is EndorsementCredential {
  return typesOf(value).includes('EndorsementCredential')
}
