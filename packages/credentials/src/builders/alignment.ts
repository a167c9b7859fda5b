import type { Alignment, AlignmentInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'

/**
 * Returns an Alignment: the node of a framework that something corresponds to.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [Open Badges 3.0, Alignment](https://www.imsglobal.org/spec/ob/v3p0/#alignment)
 * @example
 * ```ts
 * import { alignment } from '@testamur/credentials'
 *
 * export const teamwork = alignment({
 *   targetType: 'CFItem',
 *   targetName: 'Works in teams',
 *   targetUrl: 'https://frameworks.example/ims/case/v1p1/CFItems/5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11',
 * })
 * ```
 */
export function alignment<Extension = unknown>(
  input: AlignmentInput & NoInfer<Extension>,
  options: BuildOptions = {},
): Alignment & NoInfer<Extension> {
  return build('Alignment', input, options)
}
