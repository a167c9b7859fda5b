const dateTime = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/**
 * Returns the instant of an XML Schema dateTime with years of four digits, or `undefined` when the text is none.
 * Without a time zone it is taken as UTC (VC Data Integrity 1.0 §2.1, `created`).
 */
export function parseDateTime(text: unknown): Date | undefined {
  const match = typeof text === 'string' ? dateTime.exec(text) : null
  if (match === null) return undefined
  const [whole, day, zone] = match
  // Engines read 30 February as 1 March.
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(`${day}T`)) return undefined
  return new Date(zone === undefined ? `${whole}Z` : whole)
}
