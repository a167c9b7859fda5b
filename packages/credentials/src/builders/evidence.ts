import type { Evidence, EvidenceInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'

/**
 * Returns an Evidence: work that shows what was achieved. It belongs to the credential, beside its subject.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, Evidence](https://www.imsglobal.org/spec/ob/v3p0/#evidence)
 * @example
 * ```ts
 * import { evidence } from '@testamur/credentials'
 *
 * export const thesis = evidence({
 *   id: 'https://theses.example/2026/17',
 *   name: 'Bridges of the county',
 *   narrative: 'Surveyed eleven bridges and computed their loads.',
 *   genre: 'thesis',
 * })
 * ```
 */
export function evidence<Extension = unknown>(
  input: EvidenceInput & NoInfer<Extension>,
  options: BuildOptions = {},
): Evidence & NoInfer<Extension> {
  return build('Evidence', input, options)
}
