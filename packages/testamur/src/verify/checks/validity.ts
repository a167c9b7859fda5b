import { childPointer, type JsonObject, type Problem } from '@testamur/documents'
import { problem } from '../../problems.js'
import { type CheckResult, failed, passed } from '../check-result.js'
import type { Verification } from '../options.js'

/** An issuer's clock may run ahead of ours by this much. */
const clockToleranceMs = 5 * 60 * 1000
// XML Schema dateTime with its time zone (VCDM 2.0 §4.9); without one, "now" would depend on the reader's place.
const dateTimeStamp = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/**
 * The time of the call lies inside the validity period (VCDM 2.0 §4.9; VCDM 1.1 §4.6 and §4.9). Names of both versions
 * count, so that a date under the wrong name cannot keep a credential alive.
 */
export function checkValidity(credential: JsonObject, { now }: Verification): CheckResult {
  const problems: Problem[] = []
  const instant = (member: string): number | undefined => {
    const value = credential[member]
    if (value === undefined) return undefined
    const time = typeof value === 'string' && dateTimeStamp.test(value) ? Date.parse(value) : Number.NaN
    if (!Number.isNaN(time)) return time
    problems.push(
      problem(
        'date-malformed',
        childPointer('', member),
        'A date and time with its time zone was expected, such as 2026-05-17T00:00:00Z.',
      ),
    )
    return undefined
  }
  for (const member of ['validFrom', 'issuanceDate']) {
    const from = instant(member)
    if (from !== undefined && from > now.getTime() + clockToleranceMs) {
      problems.push(
        problem(
          'not-yet-valid',
          childPointer('', member),
          `The credential is valid from ${new Date(from).toISOString()} on.`,
        ),
      )
    }
  }
  for (const member of ['validUntil', 'expirationDate']) {
    const until = instant(member)
    if (until !== undefined && until < now.getTime()) {
      problems.push(
        problem(
          'expired',
          childPointer('', member),
          `The credential was valid until ${new Date(until).toISOString()}.`,
        ),
      )
    }
  }
  return problems.length === 0 ? passed('validity') : failed('validity', problems)
}
