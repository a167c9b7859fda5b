/** True for a full-date of RFC 3339: `2026-05-31`. */
export const isDate = (text: string): boolean =>
  // A day that the month does not have is one of the next month, or none.
  /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(text) && new Date(text).getUTCDate() === Number(text.slice(-2))

/** The form that nearly every date-time has, on a day that every month has: all platforms read it, and fast. */
const isPlainDateTime = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/.test(text)

/**
 * Returns the instant of a date-time of RFC 3339 in milliseconds since 1970; `undefined` for anything else. As official
 * validators do, it also takes a space for the `T`, small letters, and offsets without colon or minutes.
 */
export function instantOf(text: string): number | undefined {
  if (isPlainDateTime(text)) return Date.parse(text)
  const [, date = '', time, second = '', fraction = '', offsetHour = '+00', offsetMinute = '00'] =
    /^([^\st]+)[\st]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?(?:z|([+-](?:[01]\d|2[0-3]))(?::?([0-5]\d))?)$/i.exec(
      text,
    ) ?? []
  if (!isDate(date)) return undefined
  const minute = Date.parse(`${date}T${time}${offsetHour}:${offsetMinute}`)
  // A leap second ends the last minute of a day in UTC (RFC 3339 §5.7).
  if (second === '60' && (minute + 60_000) % 86_400_000 !== 0) return undefined
  return minute + Number(second + fraction.slice(0, 3).padEnd(3, '0'))
}

/** True for a text in the form of XML Schema's dateTimeStamp; whether there is such an instant is another question. */
export const hasStampForm = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)

/** True for a date-time in the one form that RFC 3339 recommends and XML Schema's dateTimeStamp has (VCDM 2.0 §4.9). */
export const isDateTimeStamp = (text: string): boolean => hasStampForm(text) && instantOf(text) !== undefined

/** The formats of the JSON Schemas, as the compiled validators call them. */
export const formats: Readonly<Record<'date' | 'date-time', (text: string) => boolean>> = {
  date: isDate,
  'date-time': (text) => isPlainDateTime(text) || instantOf(text) !== undefined,
}

/**
 * True for an absolute URI or IRI (RFC 3986, RFC 3987): a scheme, a colon, and no character that neither takes. One of
 * http or https names a host.
 */
export const isUri = (text: string): boolean =>
  /^(?!https?:(?!\/\/[^/?#]))[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)
