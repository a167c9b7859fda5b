import { childPointer } from '@testamur/documents/json'
import { structure } from '../../../model/index.js'
import { isDateTimeStamp } from '../../formats.js'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'
import { missingMember } from '../../messages.js'

/** The dates of a credential of any type: VCDM 1.1 needs `issuanceDate`, VCDM 2.0 needs none. */
export const validityDates: Rule = {
  id: 'validity-dates',
  classes: ['VerifiableCredential'],
  source: 'Verifiable Credentials Data Model 2.0 §4.9; 1.1 §4.6',
  check: ({ value, pointer, version }, report) => {
    const members = version === '1.1' ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil']
    if (version === '1.1' && memberOf(value, 'issuanceDate') === undefined)
      report('member-missing', pointer, missingMember(structure.VerifiableCredential, 'issuanceDate'))
    for (const member of members) {
      const date = memberOf(value, member)
      if (date === undefined || (typeof date === 'string' && isDateTimeStamp(date))) continue
      const message = `\`${member}\` must be a date and time with its time zone, such as \`2026-05-31T09:00:00Z\`.`
      report('value-format', childPointer(pointer, member), message)
    }
  },
}
