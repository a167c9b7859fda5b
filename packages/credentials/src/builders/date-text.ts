import { instantOf } from '../validate/formats.js'

/**
 * Returns a date as documents write it: date-times in UTC with a `Z`, without a fraction where that is nil. A text that
 * is already in this form stays as it is, to the last digit; what is no date stays too, for others to refuse.
 */
export function dateText(value: unknown, type: string): unknown {
  if (value instanceof Date) return textOf(value, type)
  const instant = typeof value === 'string' && type !== 'Date' && !/T.*Z$/.test(value) ? instantOf(value) : undefined
  return instant === undefined ? value : textOf(new Date(instant), type)
}

function textOf(date: Date, type: string): string {
  if (Number.isNaN(date.getTime())) return String(date)
  const text = date.toISOString()
  return type === 'Date' ? text.slice(0, -'T00:00:00.000Z'.length) : text.replace('.000Z', 'Z')
}
