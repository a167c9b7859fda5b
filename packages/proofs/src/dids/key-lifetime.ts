import { type JsonObject, type JsonValue, type Problem } from '@testamur/documents'
import { parseDateTime } from '../date-time.js'
import { problem } from '../problems.js'

/**
 * The members that bound the use of a key: of verification methods (Controlled Identifiers 1.0 §2.2), and of JWKs (OpenID
 * Federation 1.0, "Federation Historical Keys", names `exp`, `nbf` and `revoked`).
 */
const bounds = [
  { member: 'revoked', read: revocation, code: 'key-revoked', isPast: true, phrase: 'is revoked since' },
  { member: 'expires', read: parseDateTime, code: 'key-expired', isPast: true, phrase: 'is out of use since' },
  { member: 'exp', read: numericDate, code: 'key-expired', isPast: true, phrase: 'is out of use since' },
  { member: 'nbf', read: numericDate, code: 'key-not-yet-valid', isPast: false, phrase: 'is not to be used before' },
] as const

/**
 * Returns why a key may not be used now, by its own account, or `undefined`. `revoked` and `expires` also end what was
 * signed before them: when something was signed is only the signer's word.
 */
export function outOfUse(key: JsonObject, options: { readonly name: string; readonly now: Date }): Problem | undefined {
  const { name, now } = options
  for (const { member, read, code, isPast, phrase } of bounds) {
    const value = key[member]
    if (value === undefined) continue
    const instant = read(value)
    if (instant === undefined) return problem('key-malformed', '', `"${member}" of the key ${name} is no date.`)
    if (instant <= now === isPast) return problem(code, '', `The key ${name} ${phrase} ${instant.toISOString()}.`)
  }
  return undefined
}

/** A date-time, seconds, or an object that holds them; plain `true` says that it has happened, `false` that it has not. */
function revocation(value: JsonValue): Date | undefined {
  if (typeof value === 'boolean') return new Date(value ? 0 : latestMs)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return numericDate(value.revoked_at)
  return parseDateTime(value) ?? numericDate(value)
}

/** Seconds since 1970 (RFC 7519 §2, NumericDate). */
function numericDate(value: JsonValue | undefined): Date | undefined {
  const isInstant = typeof value === 'number' && Math.abs(value * 1000) <= latestMs
  return isInstant ? new Date(value * 1000) : undefined
}

/** The end of what a `Date` can hold. */
const latestMs = 8.64e15
