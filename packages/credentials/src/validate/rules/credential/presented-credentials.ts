import { childPointer } from '@testamur/documents/json'
import { typesOf } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf, valuesAt } from '../../located.js'

/** A presentation holds credentials as objects; one that is secured as a text stands in a data URI. */
export const presentedCredentials: Rule = {
  id: 'presented-credentials',
  classes: ['VerifiablePresentation'],
  source: 'Verifiable Credentials Data Model 2.0 §4.13',
  check: (presentation, report) => {
    for (const { value, pointer } of valuesAt(presentation, 'verifiableCredential')) {
      if (!isObject(value)) {
        // VCDM 1.1 has them as a JWT.
        if (typeof value === 'string' && presentation.version === '1.1') continue
        report('value-kind', pointer, 'Each entry of `verifiableCredential` must be an object.', {
          ...(typeof value === 'string' && {
            hint: 'Write `{ "type": "EnvelopedVerifiableCredential", "id": "data:…" }`.',
          }),
        })
      } else if (typesOf(value).includes('EnvelopedVerifiableCredential')) {
        const id = memberOf(value, 'id')
        if (typeof id === 'string' && /^data:[^,]+,./i.test(id)) continue
        const message = 'An `EnvelopedVerifiableCredential` needs `id`: a data URI with the credential in it.'
        report('value-format', id === undefined ? pointer : childPointer(pointer, 'id'), message)
      }
    }
  },
}
