import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents/json'
import { type ClassName, classOfType, contexts, isCredentialClass, structure } from '../model/index.js'
import type { Instance, InstanceClass, Located, VcdmVersion } from './interface.js'
import { isObject, memberOf } from './located.js'

/** The version that a credential claims by its first context; VCDM 2.0 unless it says 1.1. */
export function vcdmVersionOf({ value }: Located): VcdmVersion {
  const context = memberOf(value, '@context')
  const first = Array.isArray(context) ? context[0] : context
  return first === contexts.vcdm1.url ? '1.1' : '2.0'
}

/**
 * Returns every instance of a class that an object holds, by what the data model says about its members: the object
 * itself, then the others in the order of the document. Endorsements are followed; the credentials of a learner record
 * are not, since each has a type of its own, and of a credential of no known type only the envelope is known.
 */
export function instancesIn(className: ClassName, located: Located): Instance[] {
  const instances: Instance[] = []
  collect(outermostInstance(className, located), instances)
  return instances
}

function collect(instance: Instance, instances: Instance[]): void {
  instances.push(instance)
  const nestedMembers = nestedMembersOf(instance.className)
  const inside: Instance[] = []
  for (const member in instance.value) {
    const holds = nestedMembers.get(member)
    if (holds !== undefined) addNested(inside, holds, memberOf(instance.value, member), member, instance)
  }
  for (const nested of inside) collect(nested, instances)
}

/** An instance that stands in no other one. */
export const outermostInstance = (className: ClassName, { value, pointer }: Located): Instance => ({
  value,
  pointer,
  className,
  version: vcdmVersionOf({ value, pointer }),
  isEmbedded: false,
})

/** Adds the instances that a member of another one holds: an object, or those of a list. */
export function addNested(
  instances: Instance[],
  className: ClassName,
  held: JsonValue | undefined,
  member: string,
  around: Instance,
): void {
  const place = childPointer(around.pointer, member)
  if (isObject(held)) instances.push(nestedInstance(className, held, place, around))
  if (!Array.isArray(held)) return
  for (const [index, value] of held.entries()) {
    if (isObject(value)) instances.push(nestedInstance(className, value, childPointer(place, index), around))
  }
}

/** An instance inside another one, whose version it has unless it is a credential of its own. */
function nestedInstance(className: ClassName, value: JsonObject, pointer: string, around: Instance): Instance {
  const isEmbedded = isCredentialClass(className)
  const version = isEmbedded ? vcdmVersionOf({ value, pointer }) : around.version
  return { value, pointer, className, version, isEmbedded }
}

/** The members of a class that hold instances of others, and of which. */
type NestedMembers = ReadonlyMap<string, ClassName>

const known = new Map<InstanceClass, NestedMembers>()

/** Looked up once for each class. */
export function nestedMembersOf(className: InstanceClass): NestedMembers {
  const before = known.get(className)
  if (before !== undefined) return before
  const found = new Map<string, ClassName>()
  // Of both only the envelope is known.
  const isOpen = className === 'VerifiableCredential' || className === 'VerifiablePresentation'
  for (const [member, [type]] of isOpen ? [] : Object.entries(structure[className].properties)) {
    const nested = classOfType(type)
    if (nested !== undefined && nested !== 'VerifiableCredential') found.set(member, nested)
  }
  known.set(className, found)
  return found
}
