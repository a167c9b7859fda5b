import { instantOf, isDate } from '../validate/formats.js'

/**
 * Returns a date as documents write it: date-times in UTC with a `Z`, without a fraction where that is nil; `undefined`
 * for what is no date. A text that is already in this form stays as it is, to the last digit.
 */
export function dateText(value: unknown, type: 'Date' | 'DateTime' | 'DateTimeZ'): string | undefined {
  if (type === 'Date') {
    const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value
    return typeof text === 'string' && isDate(text) ? text : undefined
  }
  const instant = value instanceof Date ? value.getTime() : typeof value === 'string' ? instantOf(value) : undefined
  if (instant === undefined || Number.isNaN(instant)) return undefined
  if (typeof value === 'string' && /T.*Z$/.test(value)) return value
  const text = new Date(instant).toISOString().replace('.000Z', 'Z')
  // The years of RFC 3339 have four digits.
  return instantOf(text) === undefined ? undefined : text
}
