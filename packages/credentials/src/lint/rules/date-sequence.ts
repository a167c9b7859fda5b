import { childPointer } from '@testamur/documents/json'
import { instantOf } from '../../validate/formats.js'
import type { Located } from '../../validate/interface.js'
import { isInState, unfinishedStates } from '../awards.js'
import type { Award, LintReport, LintRule } from '../interface.js'
import { textAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'activity-reversed'
  | 'validity-reversed'
  | 'activity-after-award'
  | 'activity-after-validity'
  | 'award-after-expiry'
  | 'award-in-future'

/** A day may end later in another time zone, and many dates are days written as moments. */
const toleranceMs = 24 * 60 * 60 * 1000

/** Q09: dates are in the order in which things happen, and nothing is awarded in the future. */
export const dateSequence: LintRule<Code> = {
  id: 'Q09',
  title: 'Dates are in the order in which things happen',
  why: 'Dates out of order make a reader take the whole record for careless, or for forged.',
  source: sources.achievement,
  level: 'error',
  codes: {
    'activity-reversed': {},
    'validity-reversed': { source: sources.credentialDates },
    'activity-after-award': {},
    'activity-after-validity': { source: sources.credentialDates },
    'award-after-expiry': { source: sources.credentialDates },
    'award-in-future': { why: 'What has not happened cannot be vouched for.' },
  },
  check: ({ awards, learnerRecords, now }, report) => {
    const credentials = new Map(
      [...learnerRecords, ...awards].map(({ credential }) => [credential.pointer, credential]),
    )
    for (const credential of credentials.values()) checkCredential(credential, now, report)
    for (const award of awards) checkActivity(award, report)
  },
}

/** VCDM 1.1 has other names for the same. */
const validFrom = ['validFrom', 'issuanceDate']
const validUntil = ['validUntil', 'expirationDate']

function checkCredential(credential: Located, now: number, report: LintReport<Code>): void {
  const [from, until, awarded] = [validFrom, validUntil, ['awardedDate']].map((names) => momentAt(credential, names))
  if (from && until && from.at > until.at) {
    const message = `\`${until.member}\` is before \`${from.member}\`: mend the one or the other.`
    report('validity-reversed', until.pointer, message)
  }
  if (awarded && until && awarded.at > until.at) {
    const message = `\`awardedDate\` is after \`${until.member}\`: mend the one or the other.`
    report('award-after-expiry', awarded.pointer, message)
  }
  if (awarded && awarded.at > now) {
    report('award-in-future', awarded.pointer, '`awardedDate` is in the future: write when it was awarded, or wait.')
  }
}

function checkActivity(award: Award, report: LintReport<Code>): void {
  const { credential, subject } = award
  const start = momentAt(subject, ['activityStartDate'])
  const end = momentAt(subject, ['activityEndDate'])
  if (end === undefined) return
  if (start && start.at > end.at) {
    const message = '`activityEndDate` is before `activityStartDate`: mend the one or the other.'
    report('activity-reversed', end.pointer, message)
  }
  // A course that goes on ends after its record was made.
  if (isInState(award, unfinishedStates)) return
  const awarded = momentAt(credential, ['awardedDate'])
  const from = momentAt(credential, validFrom)
  if (awarded && end.at > awarded.at + toleranceMs) {
    const message =
      '`activityEndDate` is after `awardedDate`: mend the one or the other, or give the result a `status`.'
    report('activity-after-award', end.pointer, message)
  }
  if (from && end.at > from.at + toleranceMs) {
    const message = `\`activityEndDate\` is after \`${from.member}\`: mend the one or the other, or give the result a \`status\`.`
    report('activity-after-validity', end.pointer, message)
  }
}

/** The first of these members that holds a date and time. */
function momentAt(
  located: Located,
  members: readonly string[],
): { member: string; pointer: string; at: number } | undefined {
  for (const member of members) {
    const at = instantOf(textAt(located, member))
    if (at !== undefined) return { member, pointer: childPointer(located.pointer, member), at }
  }
  return undefined
}
