import { instantOf } from '../validate/formats.js'

/**
 * Returns a date as documents write it: date-times in UTC with a `Z`, without a fraction where that is nil. A text that
 * is already in this form stays as it is, to the last digit; what is no date stays too, for others to refuse.
 */
export function dateText(value: unknown, type: string): unknown {
  const isOther = typeof value === 'string' && type !== 'Date' && !/T.*Z$/.test(value)
  const instant = value instanceof Date ? value.getTime() : isOther ? instantOf(value) : undefined
  if (instant === undefined) return value
  if (Number.isNaN(instant)) return String(value)
  return new Date(instant).toISOString().replace(type === 'Date' ? /T.*/ : '.000', '')
}
