const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/**
 * Returns the instant of an XML Schema dateTime with years of four digits, or `undefined` when the text is none.
 * Without a time zone it is taken as UTC (VC Data Integrity 1.0 §2.1, `created`).
 */
export function parseDateTime(text: unknown): Date | undefined {
  const match = typeof text === 'string' ? dateTime.exec(text) : null
  if (match === null) return undefined
  const [whole, year, month, day, zone] = match
  // Engines read 30 February as 1 March.
  if (Number(day) === 0 || Number(day) > daysOf(Number(year), Number(month))) return undefined
  return new Date(zone === undefined ? `${whole}Z` : whole)
}

/** How many days a month has; none when there is no such month. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return daysOfMonths[month - 1] ?? 0
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeapYear ? 29 : 28
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
