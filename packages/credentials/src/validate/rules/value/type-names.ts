import { childPointer } from '@testamur/documents/json'
import { type ClassDescription, type ClassName, structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'
import { missingMember, missingTypes } from '../../messages.js'

const typed = (Object.keys(structure) as ClassName[]).filter(
  (name) => structure[name].types !== undefined && name !== 'VerifiableCredential',
)

/** Where `type` is one name, in the words that the schema has for it. */
function mustBe(described: ClassDescription): string {
  const { properties, types } = described
  return properties['type']?.[1] === '' ? `\`type\` must be \`${types?.[0]?.[0]}\`.` : missingTypes(described)
}

/**
 * Every object says by `type` what it is. The schemas take any single string for a set of types, and an object without
 * a type for the URI of a profile; readers do not.
 */
export const typeNames: Rule = {
  id: 'type-names',
  classes: typed,
  source: 'Open Badges 3.0 and CLR 2.0, data model: type',
  check: ({ value, pointer, className }, report) => {
    const described = structure[className as ClassName]
    const names: readonly unknown[] = Array.isArray(value['type']) ? value['type'] : [value['type']]
    if (described.types?.every((group) => group.some((name) => names.includes(name)))) return
    // Where a type is needed the schema says so. It is not for an issuer, whom readers know by the member.
    if (memberOf(value, 'type') === undefined)
      report('member-missing', pointer, missingMember(described, 'type'), { level: 'warning' })
    else report('type-missing', childPointer(pointer, 'type'), mustBe(described))
  },
}
