import { classOfType, expectations, isMany, type PropertyDescription, termsOfEnumerations } from '../model/index.js'
import { isDate } from './formats.js'

/**
 * Returns what to write instead of a value that its member does not take, `undefined` where there is no answer. The hint
 * speaks in terms of the specification: nothing of the value stands in it.
 */
export function hintFor(property: PropertyDescription | undefined, value: unknown): string | undefined {
  if (property === undefined) return undefined
  const [type, cardinality] = property
  if (Array.isArray(value) && !isMany(cardinality)) return 'Only one is taken: write it without the array.'
  if (type === 'Image' && typeof value === 'string') return 'Write `{ "id": …, "type": "Image" }`, the address as `id`.'
  if (/^Profile(v1p1)?$/.test(type) && typeof value === 'string')
    return 'Write `{ "id": …, "type": ["Profile"] }`, the URI as `id`.'
  if (type === 'Float' && typeof value === 'string' && value !== '' && Number.isFinite(Number(value)))
    return 'Write the number without quotes, such as `3` or `1.5`.'
  if (type === 'Boolean' && (value === 'true' || value === 'false')) return 'Write it without quotes.'
  if (type === 'DateTime' && typeof value === 'string') return dateTimeHint(value)
  if (isTextType(type) && (typeof value === 'number' || typeof value === 'boolean')) return 'Write it in quotes.'
  return typeof value === 'string' ? nearestTerm(type, value) : undefined
}

function dateTimeHint(value: string): string | undefined {
  if (isDate(value)) return 'Add a time and a time zone to the date: `T00:00:00Z`.'
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(value))
    return 'Add the time zone: `Z` for UTC, or an offset such as `-05:00`.'
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-])/.test(value) ? 'Add the seconds: `:00`.' : undefined
}

/** Types whose values any string may be, so that quotes are all that is missing. */
const isTextType = (type: string): boolean =>
  expectations[type] === undefined && termsOfEnumerations[type] === undefined && classOfType(type) === undefined

/** How many letters a slip of the pen may get wrong. */
const slip = 2

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '')

/** The term of an enumeration that was meant, or how to write one of one's own. */
function nearestTerm(type: string, value: string): string | undefined {
  const listed = Object.hasOwn(termsOfEnumerations, type) ? termsOfEnumerations[type] : undefined
  const terms = (listed ?? '').split(' ').filter((term) => term !== 'ext:' && term !== '')
  const ownTerm = listed?.endsWith('ext:') ? 'A term of your own starts with `ext:`.' : undefined
  return didYouMean(value, terms) ?? ownTerm
}

/** Asks whether the nearest of some words was meant; `undefined` where none is near, or the word is one of them. */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
  if (words.includes(word)) return undefined
  const meant = plain(word)
  const [nearest] = words
    .map((each) => ({ each, distance: editDistance(plain(each), meant) }))
    .filter(({ distance }) => distance <= slip)
    .sort((a, b) => a.distance - b.distance)
  return nearest && `Did you mean \`${nearest.each}\`?`
}

/**
 * How many letters to add, drop or replace to make one text of the other (Wagner and Fischer). Not worked out where the
 * lengths alone differ too much: documents may have any number of long values.
 */
function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > slip) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] ?? 0) + (other[j] === letter ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
