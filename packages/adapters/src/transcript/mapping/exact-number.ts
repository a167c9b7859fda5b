/** Largest integer up to which every integer has a double of its own: 2^53. */
const largestExact = 2 ** 53

/**
 * Returns the JSON number of a decimal (xs:decimal), if there is one that says exactly the same and is written without
 * an exponent; else `undefined`. A signed number must not be another one after it was read and written again.
 */
export function exactNumber(decimal: string): number | undefined {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(decimal)
  if (match === null || !/\d/.test(decimal)) return undefined
  const [, sign = '', integer = '', fraction = ''] = match
  const shortest = `${integer || '0'}${fraction && `.${fraction}`}`
  const value = Number(shortest)
  if (String(value) !== shortest || value > largestExact) return undefined
  return sign === '-' && value !== 0 ? -value : value
}
