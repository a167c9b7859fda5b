const dateTime = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/
const hasZone = /T.*[Z+-]/

/** True for an XML Schema dateTime with years of four digits, with or without a time zone. */
export function isDateTime(text: unknown): text is string {
  if (typeof text !== 'string' || !dateTime.test(text)) return false
  // Engines read 30 February as 1 March.
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  return day > 0 && day <= daysOf(year, month)
}

/**
 * Returns the instant of an XML Schema dateTime with years of four digits, or `undefined` when the text is none.
 * Without a time zone it is taken as UTC (VC Data Integrity 1.0 §2.1, `created`).
 */
export function parseDateTime(text: unknown): Date | undefined {
  if (!isDateTime(text)) return undefined
  return new Date(hasZone.test(text) ? text : `${text}Z`)
}

/** How many days a month has; none when there is no such month. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return daysOfMonths[month - 1] ?? 0
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeapYear ? 29 : 28
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
