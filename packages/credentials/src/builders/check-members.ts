import { childPointer, type JsonObject } from '@testamur/documents/json'
import { type ClassName, credentialsNamed, propertyOf, structure, typesOf } from '../model/index.js'
import type { Located, Report } from '../validate/interface.js'
import { memberOf } from '../validate/located.js'
import {
  contextAt,
  isReleaseOf,
  kindOf,
  memberExpectation,
  missingMember,
  missingTypes,
  namedClass,
  unknownMember,
} from '../validate/messages.js'
import { misfit } from './misfit.js'

/**
 * Reports what is wrong with the members of an object by the data model alone: all that the JSON Schema of its class
 * refuses, without the weight of a compiled one. Beyond that it refuses texts by language (`{ "en": … }`), which the
 * schema takes and no context defines, and ids that are relative. It does not look into the objects inside.
 */
export function checkMembers(className: ClassName, located: Located, report: Report): void {
  const { value, pointer } = located
  const { properties, closed } = structure[className]
  const named = namedClass(className)
  for (const [member, property] of Object.entries(properties)) {
    const [type, cardinality] = property
    const held = memberOf(value, member)
    const isList = Array.isArray(held) && cardinality.endsWith('*')
    const values = isList ? held : held === undefined ? [] : [held]
    if (values.length === 0 && !cardinality.startsWith('0'))
      report('member-missing', pointer, missingMember(named, member))
    for (const [index, each] of values.entries()) {
      const code = misfit(typeIn(value, member, type), each)
      if (code === undefined) continue
      const found = code === 'value-kind' ? `; it is ${kindOf(each)}` : ''
      const place = childPointer(pointer, member)
      const message = `\`${member}\` must be ${memberExpectation(property, isList)}${found}.`
      report(code, isList ? childPointer(place, index) : place, message)
    }
  }
  for (const member of closed ? Object.keys(value) : []) {
    if (propertyOf(className, member) === undefined)
      report('member-unknown', childPointer(pointer, member), unknownMember(named, member))
  }
  checkNames(className, located, report)
}

/** The type of a member of this very object: ids are more than strings, and only hashed identities are hashes. */
function typeIn({ hashed }: JsonObject, member: string, type: string): string {
  if (member === 'id') return 'id'
  return type === 'IdentityHash' && hashed !== true ? 'String' : type
}

/** `type` and `@context`: of an object that is taken as it is they can hold anything. */
function checkNames(className: ClassName, { value, pointer }: Located, report: Report): void {
  const { types = [], contexts = [] } = structure[className]
  const named = namedClass(className)
  const given = typesOf(value)
  const place = childPointer(pointer, 'type')
  if (value['type'] !== undefined && types.some((group) => !group.some((name) => given.includes(name))))
    report('type-missing', place, missingTypes(named))
  const others = credentialsNamed(given).filter((name) => contexts.length > 0 && name !== className)
  if (others.length > 0)
    report('value-not-allowed', place, `An \`${className}\` cannot be of type \`${others[0]}\` too.`)
  const context = [value['@context'] ?? []].flat()
  for (const [index, name] of contexts.entries()) {
    const url = context[index]
    if (typeof url !== 'string' || !isReleaseOf(name, url))
      report('context-position', childPointer(childPointer(pointer, '@context'), index), contextAt(named, index))
  }
}
