import { childPointer } from '@testamur/documents/json'
import { instantOf } from '../../formats.js'
import type { ObjectRule } from '../../interface.js'
import { allCredentials } from './credential-classes.js'

const periods = [
  ['validFrom', 'validUntil'],
  ['issuanceDate', 'expirationDate'],
  ['activityStartDate', 'activityEndDate'],
] as const

/** What begins does not end before: a credential's validity, and an activity. */
export const dateOrder: ObjectRule = {
  id: 'date-order',
  classes: [...allCredentials, 'AchievementSubject'],
  source: 'Verifiable Credentials Data Model 2.0 §4.9; Open Badges 3.0, AchievementSubject',
  check: ({ value, pointer }, report) => {
    for (const [start, end] of periods) {
      if (instantAt(value[end]) < instantAt(value[start]))
        report('dates-reversed', childPointer(pointer, end), `\`${end}\` must not be before \`${start}\`.`)
    }
  },
}

/** The instant of a date; not a number where there is none. */
const instantAt = (value: unknown): number => Number(typeof value === 'string' ? instantOf(value) : undefined)
