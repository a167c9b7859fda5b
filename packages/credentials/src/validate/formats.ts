/** True for a full-date of RFC 3339: `2026-05-31`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)$/.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  // A day that the month does not have is one of the next month. The calendar repeats after 400 years; the first hundred
  // years of our era would be taken for those after 1900.
  return new Date(Date.UTC(year + 400, month - 1, day)).getUTCDate() === day
}

/**
 * Returns the instant of a date-time of RFC 3339 in milliseconds since 1970; `undefined` for anything else. As official
 * validators do, it also takes a space for the `T`, small letters, and offsets without colon or minutes.
 */
export function instantOf(text: string): number | undefined {
  const match = /^([^\st]+)[\st](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i.exec(text)
  if (match === null) return undefined
  const [, date = '', hour, minute, second, fraction = '', sign, offsetHour = 0, offsetMinute = 0] = match
  if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  const minutes = Number(hour) * 60 + Number(minute) - offset
  // A leap second ends the last minute of a day in UTC (RFC 3339 §5.7).
  if (Number(second) === 60 && (minutes + 1440) % 1440 !== 1439) return undefined
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return Date.parse(date) + minutes * 60_000 + Number(second) * 1000 + milliseconds
}

/** True for a date-time in the one form that RFC 3339 recommends and XML Schema's dateTimeStamp has (VCDM 2.0 §4.9). */
export const isDateTimeStamp = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && instantOf(text) !== undefined

/** The formats of the JSON Schemas, as the compiled validators call them. */
export const formats: Readonly<Record<'date' | 'date-time', (text: string) => boolean>> = {
  date: isDate,
  'date-time': (text) => instantOf(text) !== undefined,
}

/**
 * True for an absolute URI or IRI (RFC 3986, RFC 3987): a scheme, a colon, and no character that neither takes. One of
 * http or https names a host.
 */
export const isUri = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && !/^https?:(?!\/\/[^/?#])/i.test(text)
