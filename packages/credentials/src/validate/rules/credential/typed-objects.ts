import { childPointer } from '@testamur/documents/json'
import { typesOf } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf, valuesAt } from '../../located.js'

/** Services, terms, evidence and schemas say by `type` what they are; a schema also by `id` where it is. */
export const typedObjects: Rule = {
  id: 'typed-objects',
  classes: ['VerifiableCredential'],
  source: 'Verifiable Credentials Data Model 2.0 §4.5',
  check: (credential, report) => {
    for (const member of [
      'credentialStatus',
      'refreshService',
      'termsOfUse',
      'evidence',
      'credentialSchema',
      'proof',
    ]) {
      for (const { value, pointer } of valuesAt(credential, member)) {
        if (!isObject(value)) {
          report('value-kind', pointer, `\`${member}\` must be an object with a \`type\`.`)
          continue
        }
        const types = valuesAt({ value, pointer }, 'type')
        if (types.length === 0) report('member-missing', pointer, `\`${member}\` needs \`type\`.`)
        else if (typesOf(value).length < types.length)
          report('value-kind', childPointer(pointer, 'type'), '`type` must be a string, or an array of strings.')
        if (member === 'credentialSchema' && memberOf(value, 'id') === undefined)
          report('member-missing', pointer, '`credentialSchema` needs `id`.')
      }
    }
  },
}
