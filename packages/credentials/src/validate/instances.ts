import { type ClassName, classOfType, contexts, isCredentialClass, structure } from '../model/index.js'
import type { Instance, Located, VcdmVersion } from './interface.js'
import { memberOf, objectsAt } from './located.js'

/** The version that a credential claims by its first context; VCDM 2.0 unless it says 1.1. */
export function vcdmVersionOf({ value }: Located): VcdmVersion {
  const context = memberOf(value, '@context')
  const first = Array.isArray(context) ? context[0] : context
  return first === contexts.vcdm1.url ? '1.1' : '2.0'
}

/**
 * Returns every instance of a class that an object holds, by what the data model says about its members, the object
 * itself first. Endorsements are followed; the credentials of a learner record are not, since each has a type of its
 * own, and of a credential of no known type only the envelope is known; nor is what stands at a place in `except`.
 */
export function instancesIn(className: ClassName, located: Located, except?: ReadonlySet<string>): Instance[] {
  const instances: Instance[] = []
  collect(className, located, vcdmVersionOf(located), instances, except)
  return instances
}

function collect(
  className: ClassName,
  located: Located,
  around: VcdmVersion,
  instances: Instance[],
  except: ReadonlySet<string> | undefined,
): void {
  const { value, pointer } = located
  const isCredential = isCredentialClass(className)
  const version = isCredential ? vcdmVersionOf(located) : around
  instances.push({ value, pointer, className, version, isEmbedded: isCredential && instances.length > 0 })
  for (const [member, nested] of nestedMembers(className)) {
    // Most are not there.
    if (value[member] === undefined) continue
    for (const child of objectsAt(located, member)) {
      if (!except?.has(child.pointer)) collect(nested, child, version, instances, except)
    }
  }
}

type NestedMembers = readonly (readonly [member: string, className: ClassName])[]

const nestedMembersOf = new Map<ClassName, NestedMembers>()

/** The members of a class that hold instances of others; looked up once for each class. */
function nestedMembers(className: ClassName): NestedMembers {
  const known = nestedMembersOf.get(className)
  if (known !== undefined) return known
  const properties = className === 'VerifiableCredential' ? [] : Object.entries(structure[className].properties)
  const found = properties.flatMap(([member, [type]]): NestedMembers => {
    const nested = classOfType(type)
    return nested === undefined || nested === 'VerifiableCredential' ? [] : [[member, nested]]
  })
  nestedMembersOf.set(className, found)
  return found
}
