import { childPointer } from '@testamur/documents/json'
import { type ClassName, isMany, structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'

/** Sets that plain JSON may also write as a single value. */
const compacted = new Set(['@context', 'type', 'proof', 'credentialSchema', 'termsOfUse'])

/** A credential of any other type is no matter of Open Badges or CLR. */
const classes = (Object.keys(structure) as ClassName[]).filter((name) => name !== 'VerifiableCredential')

const setsOf = new Map<string, ReadonlySet<string>>(
  classes.map((name) => {
    const { properties } = structure[name]
    return [name, new Set(Object.keys(properties).filter((member) => isMany(properties[member]?.[1] ?? '')))]
  }),
)

const none: ReadonlySet<string> = new Set()
const setMembers = (className: string): ReadonlySet<string> => setsOf.get(className) ?? none

/** A set is an array, also of one: many readers of plain JSON expect it. One with nothing in it is left out. */
export const sets: Rule = {
  id: 'sets',
  classes,
  source: 'Open Badges 3.0, JSON serialization',
  members: setMembers,
  isFine: (value, member) => (Array.isArray(value) ? value.length > 0 : compacted.has(member)),
  check: ({ value, pointer, className }, report) => {
    for (const member of setMembers(className)) {
      const held = memberOf(value, member)
      if (held === undefined) continue
      const place = childPointer(pointer, member)
      const isNeeded = structure[className as ClassName].properties[member]?.[1] === '+'
      // That a needed one is empty is for the schema to say.
      if (Array.isArray(held) && held.length === 0 && !isNeeded) {
        const message = `\`${member}\` should not be there with nothing in it.`
        report('too-few-values', place, message, { level: 'warning', hint: 'Leave it out.' })
      } else if (!Array.isArray(held) && !compacted.has(member)) {
        const message = `\`${member}\` should be an array, also with one value in it.`
        report('set-not-array', place, message, { level: 'warning', hint: 'Write `[…]` around it.' })
      }
    }
  },
}
