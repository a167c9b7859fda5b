import { type ClassName, classOfType, structure } from '../model/index.js'
import type { Located } from './interface.js'
import { objectsAt } from './located.js'

/** An instance of a class, and where it is. */
export interface Instance extends Located {
  readonly className: ClassName
}

/**
 * Yields every instance of a class that an object holds, by what the data model says about its members, the object
 * itself first. Endorsements are followed; the credentials of a learner record are not, since each has a type of its
 * own.
 */
export function* instancesIn(className: ClassName, located: Located): Generator<Instance> {
  yield { ...located, className }
  for (const [member, [type]] of Object.entries(structure[className].properties)) {
    const nested = classOfType(type)
    if (nested === undefined || nested === 'VerifiableCredential') continue
    for (const child of objectsAt(located, member)) yield* instancesIn(nested, child)
  }
}
