import { CredentialsError } from '../errors.js'
import type { LintOptions, LintProfile } from './interface.js'
import { lintProfiles } from './profiles/index.js'
import { requireProfile } from './require-profile.js'

/**
 * Returns the profile that the options ask for.
 *
 * @throws `ERR_INVALID_OPTION` for a name that there is not, and for what is no profile
 */
export function profileOf({ profile = 'general' }: LintOptions): LintProfile {
  if (typeof profile !== 'string') {
    requireProfile(profile)
    return profile
  }
  if (Object.hasOwn(lintProfiles, profile)) return lintProfiles[profile]
  throw new CredentialsError('ERR_INVALID_OPTION', 'There is no lint profile of that name', {
    advice: `Choose one of ${Object.keys(lintProfiles).join(', ')}, or hand over a profile of your own`,
  })
}

/**
 * Returns the present that the options tell, in milliseconds since 1970.
 *
 * @throws `ERR_INVALID_OPTION` for what is no time
 */
export function instantOf({ now }: LintOptions): number {
  const present: unknown = typeof now === 'function' ? now() : (now ?? new Date())
  if (present instanceof Date && !Number.isNaN(present.getTime())) return present.getTime()
  throw new CredentialsError('ERR_INVALID_OPTION', 'The option `now` tells no time', {
    advice: 'Give a valid Date, or a function that returns one',
  })
}
