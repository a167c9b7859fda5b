import type { Profile, ProfileInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { endorsementRules } from './object-rules.js'

/**
 * Returns a Profile: a person or an organization.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, Profile](https://www.imsglobal.org/spec/ob/v3p0/#profile)
 * @example
 * ```ts
 * import { profile } from '@testamur/credentials'
 *
 * export const issuer = profile({
 *   id: 'did:web:university.example',
 *   name: 'Example University',
 *   url: 'https://university.example/',
 *   otherIdentifier: [{ identifierType: 'ext:opeid', identifier: '00999900' }],
 * })
 * ```
 */
export function profile<Extension = unknown>(
  input: ProfileInput & NoInfer<Extension>,
  options: BuildOptions = {},
): Profile & NoInfer<Extension> {
  return build('Profile', input, options, endorsementRules)
}
