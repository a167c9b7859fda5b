import { childPointer } from '@testamur/documents/json'
import { instantOf } from '../../formats.js'
import type { Rule } from '../../interface.js'
import { memberOf } from '../../located.js'
import { allCredentials } from './credential-classes.js'

const periods = [
  ['validFrom', 'validUntil'],
  ['issuanceDate', 'expirationDate'],
  ['activityStartDate', 'activityEndDate'],
] as const

/** What begins does not end before: a credential's validity, and an activity. */
export const dateOrder: Rule = {
  id: 'date-order',
  classes: [...allCredentials, 'AchievementSubject'],
  source: 'Verifiable Credentials Data Model 2.0 §4.9; Open Badges 3.0, AchievementSubject',
  check: ({ value, pointer }, report) => {
    for (const [start, end] of periods) {
      const [from, until] = [start, end].map((member) => {
        const text = memberOf(value, member)
        return typeof text === 'string' ? instantOf(text) : undefined
      })
      if (from === undefined || until === undefined || from <= until) continue
      report('dates-reversed', childPointer(pointer, end), `\`${end}\` must not be before \`${start}\`.`)
    }
  },
}
