import type { Association, AssociationInput } from '../model/index.js'
import { build } from './build.js'
import type { BuildOptions } from './interface.js'

/**
 * Returns an Association: how two achievements of a record relate. The ends are achievements or their ids. That the
 * record has them, and that they form no circle, is checked where they are known: by the builder of the record.
 *
 * @throws {@link InvalidCredentialError} `ERR_INVALID_CREDENTIAL` with a finding for everything that is wrong.
 * @see [CLR 2.0, Association](https://www.imsglobal.org/spec/clr/v2p0/#association)
 * @example
 * ```ts
 * import { achievement, association } from '@testamur/credentials'
 *
 * const criteria = { narrative: 'As the catalogue says.' }
 * const programme = achievement({ name: 'Mathematics', description: 'A programme.', criteria })
 * const algebra = achievement({ name: 'Algebra', description: 'A course.', criteria })
 *
 * export const part = association({ associationType: 'isChildOf', sourceId: algebra, targetId: programme })
 * ```
 */
export function association(input: AssociationInput, options: BuildOptions = {}): Association {
  return build('Association', input, options)
}
