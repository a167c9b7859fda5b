import { childPointer, type JsonObject } from '@testamur/documents/json'
import {
  type ClassName,
  credentialsNamed,
  isMany,
  isOptional,
  propertyOf,
  structure,
  typesOf,
  unmetTypes,
} from '../model/index.js'
import type { Located, Report } from '../validate/interface.js'
import { valuesAt } from '../validate/located.js'
import {
  contextAt,
  isReleaseOf,
  kindOf,
  memberExpectation,
  missingMember,
  missingTypes,
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
  const described = structure[className]
  for (const [member, property] of Object.entries(described.properties)) {
    const [type, cardinality] = property
    const values = valuesAt(located, member, isMany(cardinality))
    if (values.length === 0 && !isOptional(cardinality))
      report('member-missing', pointer, missingMember(described, member))
    for (const each of values) {
      const code = misfit(typeIn(value, member, type), each.value)
      if (code === undefined) continue
      const expected = memberExpectation(property, Array.isArray(value[member]))
      const found = code === 'value-kind' ? `; it is ${kindOf(each.value)}` : ''
      report(code, each.pointer, `\`${member}\` must be ${expected}${found}.`)
    }
  }
  for (const member of described.closed ? Object.keys(value) : []) {
    if (propertyOf(className, member) === undefined)
      report('member-unknown', childPointer(pointer, member), unknownMember(described, member))
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
  const described = structure[className]
  const { types = [], contexts = [] } = described
  const given = typesOf(value)
  const place = childPointer(pointer, 'type')
  if (value['type'] !== undefined && unmetTypes(types, given).length > 0)
    report('type-missing', place, missingTypes(described))
  const others = credentialsNamed(given).filter((name) => contexts.length > 0 && name !== className)
  if (others.length > 0)
    report('value-not-allowed', place, `An \`${className}\` cannot be of type \`${others[0]}\` too.`)
  const context = [value['@context'] ?? []].flat()
  for (const [index, name] of contexts.entries()) {
    if (!isReleaseOf(name, context[index]))
      report('context-position', childPointer(childPointer(pointer, '@context'), index), contextAt(index, name))
  }
}
