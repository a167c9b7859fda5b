import type { LossCode } from '../../transcript/index.js'
import type { CodeList } from './code-list.js'
import { withoutForbidden } from './escape-xml.js'
import type { PescVersion } from './interface.js'

/** A value as it is written, and what became of it. */
export interface Written {
  /** Texts of the elements: one, except for notes that are too long. None when the value cannot be written. */
  readonly texts: readonly string[]
  /** Why it is not, or not wholly, there. */
  readonly loss?: { readonly code: LossCode; readonly reason: string } | undefined
}

/** Says what of a value can be written in a version. */
export type ValueType = (value: string, version: PescVersion) => Written

/** A length, or one for each version. */
type Limit = number | Readonly<Record<PescVersion, number>>

const limitOf = (limit: Limit, version: PescVersion): number => (typeof limit === 'number' ? limit : limit[version])
const dropped = (code: LossCode, reason: string): Written => ({ texts: [], loss: { code, reason } })

/** Length as XML Schema counts it: characters, not UTF-16 units. */
const lengthOf = (text: string): number => [...text].length

/** Text for people: what is too long is shortened, with a loss. */
export function prose(max: Limit): ValueType {
  return (value, version) => {
    const limit = limitOf(max, version)
    const clean = withoutForbidden(value).trim()
    if (clean === '') return dropped('invalid-value', 'XML can hold none of its characters')
    if (lengthOf(clean) <= limit) return cleaned(value, clean)
    const reason = `It has more than ${limit} characters, and ends with "…" there`
    return { texts: [`${[...clean].slice(0, limit - 1).join('')}…`], loss: { code: 'too-long', reason } }
  }
}

/** A name or number that identifies, or a grade: another text would be another one, so what does not fit is lost. */
export function exact(max: Limit, min = 1): ValueType {
  return (value, version) => {
    const limit = limitOf(max, version)
    const clean = withoutForbidden(value).trim()
    if (clean !== value.trim()) return dropped('invalid-value', 'XML cannot hold all of its characters')
    const length = lengthOf(clean)
    if (length <= limit && length >= min) return { texts: [clean] }
    const range = min === limit ? `exactly ${limit}` : `${min} to ${limit}`
    return dropped(length > limit ? 'too-long' : 'invalid-value', `PESC ${version} takes ${range} characters`)
  }
}

/** A code of a list. */
export function code(list: CodeList): ValueType {
  return (value, version) =>
    list[version].has(value)
      ? { texts: [value] }
      : dropped('not-in-version', `It is no code of College Transcript ${version}`)
}

/** A text of a form. */
function form(pattern: RegExp, what: string, isValid: (match: readonly string[]) => boolean = () => true): ValueType {
  return (value) => {
    const match = pattern.exec(value.trim())
    return match !== null && isValid(match) ? { texts: [match[0]] } : dropped('invalid-value', `It is no ${what}`)
  }
}

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
/** Four digits or more, as XML Schema has it: samples of PESC's own have years of five. Validators take nine at most. */
const yearForm = '(-?(?:[1-9]\\d{3,8}|0\\d{3}))'

/** True for a day of the calendar. There is no year 0. */
function isDay([, year = '', month = '', day = '']: readonly string[]): boolean {
  const isLeap = Number(year.slice(-2)) % 4 === 0 && (!year.endsWith('00') || Number(year.slice(0, -2)) % 4 === 0)
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
  return isYear(['', year]) && Number(day) >= 1 && Number(day) <= days
}
function isYear([, year = '']: readonly string[]): boolean {
  return Number(year) !== 0
}

export const date: ValueType = form(new RegExp(`^${yearForm}-(\\d\\d)-(\\d\\d)${zone}$`), 'date', isDay)
export const dateTime: ValueType = form(
  new RegExp(`^${yearForm}-(\\d\\d)-(\\d\\d)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${zone}$`),
  'date and time',
  isDay,
)
export const yearMonth: ValueType = form(new RegExp(`^${yearForm}-(?:0[1-9]|1[0-2])${zone}$`), 'year and month', isYear)
export const year: ValueType = form(new RegExp(`^${yearForm}${zone}$`), 'year', isYear)
export const monthDay: ValueType = form(
  new RegExp(`^--(\\d\\d)-(\\d\\d)${zone}$`),
  'day of a year',
  ([, month = '', day = '']) => isDay(['', '2000', month, day]),
)
export const decimal: ValueType = form(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, 'decimal number')
/** A decimal with at most nine digits, three of them behind the point. */
export const shortDecimal: ValueType = form(
  /^[+-]?0*(\d*)(?:\.(\d*?)0*)?$/,
  'decimal number of at most nine digits, three of them behind the point',
  ([all = '', whole = '', part = '']) => /\d/.test(all) && part.length <= 3 && whole.length + part.length <= 9,
)
/** A whole number from 1 to 9999. */
export const count: ValueType = form(/^\+?0*[1-9]\d{0,3}$/, 'whole number from 1 to 9999')
export const positive: ValueType = form(/^\+?0*[1-9]\d*$/, 'whole number above zero')
export const digits = (length: number): ValueType => form(new RegExp(`^\\d{${length}}$`), `number of ${length} digits`)
export const schoolYear: ValueType = form(/^\d{4}-\d{4}$/, 'school year of two years')
export const geoCode: ValueType = form(/^[A-Za-z]{2}[A-Za-z0-9]{5}$/, 'geographic code of seven characters')

/** A decimal in one version, a whole number from 1 to 9999 in the other. */
export const classSize: ValueType = (value, version) => (version === '1.6' ? count : decimal)(value, version)

/** True or false, also with the capital letter that some systems write. */
export const boolean: ValueType = (value) => {
  const lower = value.trim().toLowerCase()
  if (!['true', 'false', '0', '1'].includes(lower)) return dropped('invalid-value', 'It is neither true nor false')
  return lower === value
    ? { texts: [value] }
    : { texts: [lower], loss: { code: 'invalid-value', reason: `It is written as ${lower}` } }
}

const noteLength = 80

/** A remark, verbatim: blanks have a meaning. What is too long goes on in the next one. */
export const note: ValueType = (value) => {
  const clean = withoutForbidden(value)
  if (clean.trim() === '') return dropped('invalid-value', 'XML can hold none of its characters')
  if (lengthOf(clean) <= noteLength) return cleaned(value, clean, (text) => text)
  const reason = `It has more than ${noteLength} characters, and is written as several notes`
  return { texts: split(clean), loss: { code: 'too-long', reason } }
}

/** Parts of at most 80 characters, cut at a blank where there is one. */
function split(text: string): string[] {
  const parts: string[] = []
  let rest = [...text.trim()]
  while (rest.length > noteLength) {
    const blank = rest.slice(0, noteLength + 1).lastIndexOf(' ')
    const end = blank > 0 ? blank : noteLength
    parts.push(rest.slice(0, end).join(''))
    rest = [...rest.slice(end).join('').trimStart()]
  }
  return [...parts, rest.join('')].filter((part) => part.trim() !== '')
}

function cleaned(value: string, clean: string, plain: (text: string) => string = (text) => text.trim()): Written {
  if (clean === plain(value)) return { texts: [clean] }
  return { texts: [clean], loss: { code: 'invalid-value', reason: 'XML cannot hold all of its characters' } }
}
