import type { EndorsementCredential, EndorsementCredentialInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { endorsementRules } from './object-rules.js'

/**
 * Returns an unsigned EndorsementCredential (VCDM 2.0): somebody speaks for a person, an organization, an achievement or
 * a credential, named by its id. Signed by the endorser, it goes into `endorsement` of what it endorses. A proof in the
 * input is left out.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, EndorsementCredential](https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential)
 * @example
 * ```ts
 * import { achievement, endorsementCredential } from '@testamur/credentials'
 *
 * const criteria = { narrative: 'Weld six joints, each within half a millimetre.' }
 * const welding = achievement({ name: 'Welding', description: 'Joints of steel.', criteria })
 *
 * export const endorsement = endorsementCredential({
 *   name: 'Endorsement by Example Shipyard',
 *   issuer: { id: 'did:web:shipyard.example', name: 'Example Shipyard' },
 *   validFrom: new Date(),
 *   credentialSubject: { id: welding.id, endorsementComment: 'This is what we ask of a welder.' },
 * })
 * ```
 */
export function endorsementCredential<Extension = unknown>(
  input: EndorsementCredentialInput & NoInfer<Extension>,
  options: BuildOptions = {},
): EndorsementCredential & NoInfer<Extension> {
  return build('EndorsementCredential', input, options, endorsementRules)
}
