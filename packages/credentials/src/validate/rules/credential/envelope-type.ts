import { childPointer } from '@testamur/documents/json'
import { typesOf } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { memberOf, valuesAt } from '../../located.js'
import { envelopes } from './credential-classes.js'

/** A credential is of type `VerifiableCredential`, a presentation of type `VerifiablePresentation`. */
export const envelopeType: Rule = {
  id: 'envelope-type',
  classes: envelopes,
  source: 'Verifiable Credentials Data Model 2.0 §4.5',
  check: (envelope, report) => {
    const place = childPointer(envelope.pointer, 'type')
    if (memberOf(envelope.value, 'type') === undefined)
      return report('member-missing', envelope.pointer, `A \`${envelope.className}\` needs \`type\`.`)
    for (const { value, pointer } of valuesAt(envelope, 'type'))
      if (typeof value !== 'string') report('value-kind', pointer, 'Each entry of `type` must be a string.')
    if (!typesOf(envelope.value).includes(envelope.className))
      report('type-missing', place, `\`type\` must hold \`${envelope.className}\`.`)
  },
}
