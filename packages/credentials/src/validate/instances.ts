import { childPointer } from '@testamur/documents/json'
import { type ClassName, classOfType, contexts, isCredentialClass, structure } from '../model/index.js'
import type { Instance, Located, VcdmVersion } from './interface.js'
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
 * are not, since each has a type of its own, and of a credential of no known type only the envelope is known; nor is what
 * stands at a place in `except`.
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
  const nestedMembers = nestedMembersOf(className)
  if (nestedMembers.size === 0) return
  for (const member in value) {
    const nested = nestedMembers.get(member)
    if (nested === undefined) continue
    const held = memberOf(value, member)
    // Most hold one object.
    const one = isObject(held) ? [{ value: held, pointer: childPointer(pointer, member) }] : undefined
    for (const child of one ?? objectsAt(located, member)) {
      if (!except?.has(child.pointer)) collect(nested, child, version, instances, except)
    }
  }
}

/** The members of a class that hold instances of others, and of which. */
type NestedMembers = ReadonlyMap<string, ClassName>

const known = new Map<ClassName, NestedMembers>()

/** Looked up once for each class. */
function nestedMembersOf(className: ClassName): NestedMembers {
  const before = known.get(className)
  if (before !== undefined) return before
  const properties = className === 'VerifiableCredential' ? [] : Object.entries(structure[className].properties)
  const found = new Map<string, ClassName>()
  for (const [member, [type]] of properties) {
    const nested = classOfType(type)
    if (nested !== undefined && nested !== 'VerifiableCredential') found.set(member, nested)
  }
  known.set(className, found)
  return found
}
