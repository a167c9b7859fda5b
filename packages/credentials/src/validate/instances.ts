import { childPointer } from '@testamur/documents/json'
import { type ClassName, classOfType, contexts, isCredentialClass, structure } from '../model/index.js'
import type { Instance, InstanceClass, Located, VcdmVersion } from './interface.js'
import { isObject, memberOf, objectsAt } from './located.js'

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
  for (const member in instance.value) {
    const nested = nestedMembers.get(member)
    if (nested === undefined) continue
    for (const located of heldObjects(instance, member)) collect(nestedInstance(nested, located, instance), instances)
  }
}

/** An instance that stands in no other one. */
export const outermostInstance = (className: ClassName, { value, pointer }: Located): Instance => ({
  value,
  pointer,
  className,
  version: vcdmVersionOf({ value, pointer }),
  isEmbedded: false,
})

/** An instance inside another one, whose version it has unless it is a credential of its own. */
export function nestedInstance(className: ClassName, { value, pointer }: Located, around: Instance): Instance {
  const isEmbedded = isCredentialClass(className)
  const version = isEmbedded ? vcdmVersionOf({ value, pointer }) : around.version
  return { value, pointer, className, version, isEmbedded }
}

/** The objects that a member holds; most hold one. */
export function heldObjects(located: Located, member: string): readonly Located[] {
  const held = memberOf(located.value, member)
  if (isObject(held)) return [{ value: held, pointer: childPointer(located.pointer, member) }]
  return objectsAt(located, member)
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
