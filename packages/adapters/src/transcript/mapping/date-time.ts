const date = /^(\d{4})-(\d{2})-(\d{2})(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/

/**
 * Returns the moment a day begins, `2019-05-31T00:00:00Z`, from a date (xs:date): Open Badges has only moments. The
 * day's own zone is kept; without one it is UTC, as the day is what counts. Anything but a whole date, which exists in
 * the calendar, is `undefined`: no day is made up for a month or a year.
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
  return /^\d{4}-/.test(text) ? text : undefined
}
