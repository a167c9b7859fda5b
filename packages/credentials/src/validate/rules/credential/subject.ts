import { childPointer } from '@testamur/documents/json'
import { structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf, valuesAt } from '../../located.js'
import { missingMember } from '../../messages.js'

/** A credential of any type says something of at least one subject. */
export const subject: Rule = {
  id: 'subject',
  classes: ['VerifiableCredential'],
  source: 'Verifiable Credentials Data Model 2.0 §4.8',
  check: (credential, report) => {
    const subjects = valuesAt(credential, 'credentialSubject')
    const place = childPointer(credential.pointer, 'credentialSubject')
    if (memberOf(credential.value, 'credentialSubject') === undefined)
      return report(
        'member-missing',
        credential.pointer,
        missingMember(structure.VerifiableCredential, 'credentialSubject'),
      )
    if (subjects.length === 0) report('subject-empty', place, '`credentialSubject` must hold at least one subject.')
    for (const { value, pointer } of subjects) {
      if (!isObject(value)) report('value-kind', pointer, 'A subject must be an object of claims.')
      else if (Object.keys(value).length === 0) report('subject-empty', pointer, 'A subject needs at least one claim.')
    }
  },
}
