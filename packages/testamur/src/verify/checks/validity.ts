import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import type { VcJwt } from '@testamur/proofs/vc-jwt'
import { problem } from '../../problems.js'
import { type CheckResult, failed, passed } from '../check-result.js'
import type { Verification } from '../options.js'

/** An issuer's clock may run ahead of ours by this much. */
const clockToleranceMs = 5 * 60 * 1000
// XML Schema dateTime with its time zone (VCDM 2.0 §4.9); without one, "now" would depend on the reader's place.
const dateTimeStamp = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

const startNames = ['validFrom', 'issuanceDate'] as const
const endNames = ['validUntil', 'expirationDate'] as const

/** A date that is there: where it stands and when it is, in milliseconds; NaN when it cannot be read. */
interface PlacedInstant {
  readonly pointer: string
  readonly time: number
}

/**
 * The time of the call lies inside the validity period (VCDM 2.0 §4.9; VCDM 1.1 §4.6 and §4.9). Names of both versions
 * count, so that a date under the wrong name cannot keep a credential alive. Where it has none, those of the token around
 * it count; where it has, the check `claims` finds that they are the same.
 */
export function checkValidity(document: JsonObject, token: VcJwt | undefined, { now }: Verification): CheckResult {
  const starts = periodEnd(instants(document, startNames), numericDate(token, 'nbf'))
  const ends = periodEnd(instants(document, endNames), numericDate(token, 'exp'))
  const problems: Problem[] = []
  for (const { pointer, time } of [...starts, ...ends]) {
    if (!Number.isNaN(time)) continue
    const detail = 'A date and time with its zone was expected, such as 2026-05-17T00:00:00Z.'
    problems.push(problem('date-malformed', pointer, detail))
  }
  for (const { pointer, time } of starts) {
    if (time > now.getTime() + clockToleranceMs)
      problems.push(problem('not-yet-valid', pointer, `The credential is valid from ${dateText(time)} on.`))
  }
  for (const { pointer, time } of ends) {
    if (time < now.getTime())
      problems.push(problem('expired', pointer, `The credential was valid until ${dateText(time)}.`))
  }
  return problems.length === 0 ? passed('validity') : failed('validity', problems)
}

function instants(document: JsonObject, members: readonly string[]): PlacedInstant[] {
  const found: PlacedInstant[] = []
  for (const member of members) {
    const value = document[member]
    if (value !== undefined) found.push({ pointer: `/${member}`, time: instantOf(value) })
  }
  return found
}

/** NaN for what is no date; engines would read 30 February as 2 March. */
function instantOf(value: JsonValue): number {
  if (typeof value !== 'string' || !dateTimeStamp.test(value)) return Number.NaN
  const day = Number(value.slice(8, 10))
  const isInMonth = day <= 28 || new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate() === day
  return isInMonth ? Date.parse(value) : Number.NaN
}

const periodEnd = (ofDocument: PlacedInstant[], ofToken: PlacedInstant[]): PlacedInstant[] =>
  ofDocument.length > 0 ? ofDocument : ofToken

/** Seconds since 1970 (RFC 7519 §2). What is no number is for the check of the claims to report. */
function numericDate(token: VcJwt | undefined, claim: 'nbf' | 'exp'): PlacedInstant[] {
  const value = token?.claims[claim]
  return typeof value === 'number' ? [{ pointer: `/${claim}`, time: value * 1000 }] : []
}

/** Beyond what a date can hold, the number says enough. */
const dateText = (time: number): string =>
  Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : `${time / 1000} seconds after 1970`
