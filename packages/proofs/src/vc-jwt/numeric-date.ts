import type { JsonValue } from '@testamur/documents'

/** The years 0 to 9999, which an XML Schema dateTime of four digits can say. */
const firstSecond = -62_167_219_200
const lastSecond = 253_402_300_799

/** Returns the instant of a NumericDate (RFC 7519 §2: seconds since 1970, maybe fractional), or `undefined`. */
export function instantOf(claim: JsonValue | undefined): Date | undefined {
  if (typeof claim !== 'number' || !(claim >= firstSecond && claim <= lastSecond)) return undefined
  return new Date(Math.round(claim * 1000))
}

/** Returns an instant as NumericDate in whole seconds. */
export function numericDate(instant: Date): number {
  return Math.floor(instant.getTime() / 1000)
}

/** Returns an instant as XML Schema dateTime in UTC, without a fraction when it has none. */
export function dateTimeOf(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z')
}
