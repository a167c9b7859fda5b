/** Members that hold such a number by their name, in small letters without punctuation. */
const memberNames: ReadonlySet<string> = new Set([
  'ssn',
  'socialsecuritynumber',
  'nationalidentitynumber',
  'nationalid',
])

/** Social security numbers of the United States are never given out with a part of zeros, nor from 666 or 900 on. */
const written = /(?<![\w-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])/
const named = /(?:\bssn|\bsocial (?:security|insurance))\D{0,20}\d{3}\D?\d{2,3}\D?\d{3,4}(?!\d)/i

/** True for a text that holds what looks like a social security number. */
export const holdsIdentityNumber = (text: string): boolean => written.test(text) || named.test(text)

/** True for the name of a member that holds an identity number of a state. */
export const isIdentityNumberName = (name: string): boolean =>
  memberNames.has(name.toLowerCase().replaceAll(/[^a-z]/g, ''))
