import { TestamurError } from '../errors.js'
import { defaultJsonLimits } from './interface.js'

/**
 * Returns the canonical JSON text of a value (JSON Canonicalization Scheme, RFC 8785): two values that say the same
 * have the same text, byte for byte once written as UTF-8. Members that are `undefined` count as absent.
 *
 * Throws `ERR_NOT_JSON_VALUE` for what JSON cannot say: numbers that are not finite, lone surrogates (§3.2.2.2),
 * anything but plain objects, arrays, strings, numbers, booleans and `null`, and more than 128 levels (so also an
 * object that contains itself).
 *
 * @example
 * ```ts
 * import { canonicalJson } from '@testamur/documents/json'
 *
 * console.log(canonicalJson({ b: 1e21, a: '€' })) // {"a":"€","b":1e+21}
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

// JSON.stringify writes strings, numbers and literals as RFC 8785 §3.2.2 asks; the scheme was defined by it.
function write(value: unknown, depth: number): string {
  if (depth > defaultJsonLimits.maxDepth) throw refusal(`more than ${defaultJsonLimits.maxDepth} levels are nested`)
  switch (typeof value) {
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw refusal('a number is not finite')
      return JSON.stringify(value)
    case 'string':
      if (!value.isWellFormed()) throw refusal('a string holds half of a surrogate pair')
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`
      if (isPlain(value)) return writeMembers(value, depth)
  }
  throw refusal(
    `${typeof value === 'object' ? 'an object that is not plain' : `a value of type ${typeof value}`} was found`,
  )
}

function writeMembers(object: object, depth: number): string {
  const members = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    // §3.2.3: members are in the order of the UTF-16 code units of their names, which is how < compares strings.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${write(name, depth)}:${write(value, depth + 1)}`)
  return `{${members.join(',')}}`
}

/** True for what a literal or `JSON.parse` makes, in this or another realm; false for dates, maps and classes. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function refusal(reason: string): TestamurError<'ERR_NOT_JSON_VALUE'> {
  return new TestamurError('ERR_NOT_JSON_VALUE', `The value has no canonical JSON text: ${reason}`)
}
