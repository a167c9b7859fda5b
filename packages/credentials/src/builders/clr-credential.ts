import type { ClrCredential, ClrCredentialInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'
import { recordRules } from './record-rules.js'

/**
 * Returns an unsigned ClrCredential (VCDM 2.0): a learner record of the credentials it is given, which it takes as they
 * are. A proof in the input is left out.
 *
 * Members of other vocabularies are carried over; their types are named so that slips of the pen are still found:
 * `clrCredential<{ honorCode: string }>({ honorCode: 'kept', … })`. Their context goes into `@context`.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [CLR 2.0, ClrCredential](https://www.imsglobal.org/spec/clr/v2p0/#clrcredential)
 * @example
 * ```ts
 * import { achievementCredential, clrCredential } from '@testamur/credentials'
 *
 * const issuer = { id: 'did:web:university.example', name: 'Example University' }
 * const validFrom = new Date()
 * const criteria = { narrative: 'As the catalogue says.' }
 * const programme = { id: 'urn:example:mathematics', name: 'Mathematics', description: 'A programme.', criteria }
 * const course = { id: 'urn:example:algebra', name: 'Algebra', description: 'A course.', criteria }
 * const badge = achievementCredential({
 *   issuer,
 *   validFrom,
 *   credentialSubject: { id: 'did:example:learner', achievement: course, creditsEarned: 3 },
 * })
 *
 * export const record = clrCredential({
 *   name: 'Transcript',
 *   issuer,
 *   validFrom,
 *   credentialSubject: {
 *     id: 'did:example:learner',
 *     verifiableCredential: [badge],
 *     achievement: [programme],
 *     association: [{ associationType: 'isChildOf', sourceId: course.id, targetId: programme.id }],
 *   },
 * })
 * ```
 */
export function clrCredential<Extension = unknown>(
  input: ClrCredentialInput & NoInfer<Extension>,
  options: BuildOptions = {},
): ClrCredential & NoInfer<Extension> {
  return build('ClrCredential', input, options, recordRules)
}
