const date = /^(?!0000)(\d{4})-(\d{2})-(\d{2})(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/

/**
 * Returns the moment a day begins, `2019-05-31T00:00:00Z`, from a date (xs:date): Open Badges has only moments. It is the
 * midnight of the day's own zone, which a record then says in UTC; without a zone it is UTC's, as the day is what counts.
 * Anything but a whole date, which exists in the calendar, is `undefined`: no day is made up for a month or a year, and
 * there is no year 0.
 */
export function startOfDay(text: string): string | undefined {
  const match = date.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = '', zone = 'Z'] = match
  const midnight = `${year}-${month}-${day}T00:00:00`
  const utc = new Date(`${midnight}Z`)
  // Dates such as 30 February roll over into March.
  const exists = !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(midnight)
  return exists ? inUtc(midnight + zone) : undefined
}

/** As a record says it; `undefined` in years that it cannot say. */
function inUtc(moment: string): string | undefined {
  const text = new Date(moment).toISOString().replace('.000', '')
  return /^(?!0000)\d{4}-/.test(text) ? text : undefined
}
