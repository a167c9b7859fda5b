/** Members that hold such a date by their name, in small letters without punctuation. */
const memberNames: ReadonlySet<string> = new Set(['dateofbirth', 'birthdate', 'birthday', 'dob'])

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const day = '\\d{1,2}(?:st|nd|rd|th)?\\.?'
const wholeDate = new RegExp(
  [
    '(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)',
    '(?<!\\d)\\d{1,2}([./-])\\d{1,2}\\1\\d{4}(?!\\d)',
    `\\b${month} ${day},? \\d{4}(?!\\d)`,
    `(?<!\\d)${day} ${month},? \\d{4}(?!\\d)`,
  ].join('|'),
  'gi',
)

/** `born-digital` and `birth of a nation` are no births of a person; the date beside decides. */
const birth = /\b(?:born(?![- ]digital)|birth(?:day|date)?|dob|d\.o\.b)\b/i

/** Characters before a date, and after it, in which a word about birth belongs to it. */
const reachBefore = 40
const reachAfter = 25

/** True for a text that gives a whole date beside a word about birth. */
export function tellsBirthDate(text: string): boolean {
  if (!birth.test(text)) return false
  for (const { 0: date, index } of text.matchAll(wholeDate)) {
    const before = text.slice(Math.max(0, index - reachBefore), index)
    const end = index + date.length
    if (birth.test(before) || birth.test(text.slice(end, end + reachAfter))) return true
  }
  return false
}

/** True for a member that gives a date of birth: a year, or a year and a month, is not the whole of it. */
export const isBirthDate = (name: string, text: string): boolean =>
  memberNames.has(name.toLowerCase().replaceAll(/[^a-z]/g, '')) && !/^\s*\d{4}(?:-\d{2})?\s*$/.test(text)
