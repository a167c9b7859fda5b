import { type ClassName, isCredentialClass, membersOfTypes, structure } from '../../../model/index.js'
import { isUri } from '../../formats.js'
import type { Rule } from '../../interface.js'
import { valuesAt } from '../../located.js'

/** Credentials are looked at by the rule `identifiers`, and proofs by `proof-fields`. */
const classes = (Object.keys(structure) as ClassName[]).filter((name) => !isCredentialClass(name) && name !== 'Proof')

const uriMembers = membersOfTypes(['URI', 'URL'])

/** Members of the data model that are URIs are absolute ones: others mean something else in every place. */
export const uris: Rule = {
  id: 'uris',
  classes,
  source: 'Open Badges 3.0, URI; CLR 2.0, URI',
  members: uriMembers,
  isFine: (value) => typeof value === 'string' && isUri(value),
  check: (instance, report) => {
    for (const member of uriMembers(instance.className)) {
      for (const { value, pointer } of valuesAt(instance, member)) {
        if (typeof value !== 'string' || isUri(value)) continue
        // What identifies an object is left out of every proof when it is not absolute (JSON-LD 1.1 API §5.2).
        const [verb, level] = member === 'id' ? (['must', 'error'] as const) : (['should', 'warning'] as const)
        const message = `\`${member}\` ${verb} be an absolute URI, such as \`https://…\` or \`urn:uuid:…\`.`
        report('identifier-not-uri', pointer, message, { level })
      }
    }
  },
}
