import { childPointer } from '@testamur/documents/json'
import type { InstanceClass, Rule } from '../../interface.js'
import { memberOf } from '../../located.js'

/** Where extensible enumerations stand. */
const members: Partial<Record<InstanceClass, string>> = {
  Achievement: 'achievementType',
  Alignment: 'targetType',
  IdentifierEntry: 'identifierType',
  IdentityObject: 'identityType',
  ResultDescription: 'resultType',
}

/** A term of one's own starts with `ext:`. The official expression is not anchored and takes it anywhere in the text. */
export const extensionTerms: Rule = {
  id: 'extension-terms',
  classes: Object.keys(members) as InstanceClass[],
  source: 'Open Badges 3.0, extending enumerated vocabularies',
  members: (className) => new Set([members[className] ?? '']),
  isFine: (value) => typeof value !== 'string' || !value.includes('ext:'),
  check: ({ value, pointer, className }, report) => {
    const member = members[className] ?? ''
    const term = memberOf(value, member)
    if (typeof term !== 'string' || !term.includes('ext:')) return
    const place = childPointer(pointer, member)
    if (!term.startsWith('ext:'))
      report('extension-term-form', place, `A term of your own for \`${member}\` must start with \`ext:\`.`)
    else if (!/^ext:[\w.-]+$/.test(term)) {
      const message = 'A term of your own should be `ext:` and then letters, digits, `.`, `-` and `_` only.'
      report('extension-term-form', place, message, { level: 'warning' })
    }
  },
}
