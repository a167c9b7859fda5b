import { childPointer } from '@testamur/documents/json'
import { instantOf } from '../formats.js'
import type { Located, Report, Rule } from '../interface.js'
import { memberOf } from '../located.js'

/** What begins does not end before: a credential's validity, and an activity. */
export const dateOrder: Rule = {
  id: 'date-order',
  classes: [
    'AchievementCredential',
    'ClrCredential',
    'EndorsementCredential',
    'VerifiableCredential',
    'AchievementSubject',
  ],
  source: 'Verifiable Credentials Data Model 2.0 §4.9; Open Badges 3.0, AchievementSubject',
  check: (instance, report) => {
    checkOrder(instance, 'validFrom', 'validUntil', report)
    checkOrder(instance, 'activityStartDate', 'activityEndDate', report)
  },
}

function checkOrder(instance: Located, start: string, end: string, report: Report): void {
  const [from, until] = [start, end].map((member) => {
    const text = memberOf(instance.value, member)
    return typeof text === 'string' ? instantOf(text) : undefined
  })
  if (from === undefined || until === undefined || from <= until) return
  report('dates-reversed', childPointer(instance.pointer, end), `\`${end}\` must not be before \`${start}\`.`)
}
