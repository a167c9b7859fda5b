import { childPointer } from '@testamur/documents/json'
import { structure } from '../../../model/index.js'
import type { Rule } from '../../interface.js'
import { isObject, memberOf } from '../../located.js'
import { missingMember } from '../../messages.js'
import { allCredentials } from './credential-classes.js'

/**
 * A credential names its issuer: by a URL, or by an object with an `id`. The schemas of Open Badges and CLR refuse all
 * else but an object that could be a URL by language, such as `{ "en": "…" }`.
 */
export const issuer: Rule = {
  id: 'issuer',
  classes: allCredentials,
  source: 'Verifiable Credentials Data Model 2.0 §4.7; Open Badges 3.0, ProfileRef',
  check: ({ value, pointer, className }, report) => {
    const isKnown = className !== 'VerifiableCredential'
    const held = memberOf(value, 'issuer')
    const place = (): string => childPointer(pointer, 'issuer')
    if (isObject(held) && memberOf(held, 'id') === undefined) {
      const message = isKnown ? missingMember(structure.Profile, 'id') : 'The issuer needs `id`.'
      report('issuer-unidentified', place(), message)
    } else if (isKnown) return
    else if (held === undefined)
      report('member-missing', pointer, missingMember(structure.VerifiableCredential, 'issuer'))
    else if (!isObject(held) && typeof held !== 'string')
      report('value-kind', place(), '`issuer` must be a URI or an object with an `id`.')
  },
}
