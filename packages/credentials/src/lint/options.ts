import { CredentialsError } from '../errors.js'
import type { LintOptions, LintProfile } from './interface.js'
import { lintProfiles } from './profiles/index.js'

/** Returns the profile that the options ask for. */
export function profileOf({ profile = 'general' }: LintOptions): LintProfile {
  if (typeof profile !== 'string') return profile
  if (Object.hasOwn(lintProfiles, profile)) return lintProfiles[profile]
  throw new CredentialsError('ERR_INVALID_OPTION', 'There is no lint profile of that name', {
    advice: `Choose one of ${Object.keys(lintProfiles).join(', ')}, or hand over a profile of your own`,
  })
}

/** Returns the present that the options tell, in milliseconds since 1970. */
export function instantOf({ now }: LintOptions): number {
  return (typeof now === 'function' ? now() : (now ?? new Date())).getTime()
}
