import { canonicalJson, type JsonValue, TestamurError } from '@testamur/documents'
import { Declined } from './declined.js'
import type { Spelling } from './statements.js'

/** Characters that a literal of canonical N-Quads cannot hold as they are (RDFC-1.0 §5). */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const unwritable = /[\u0000-\u001F\u007F"\\]/
const unwritables = new RegExp(unwritable, 'g')
const shortEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** Returns a literal of a text. `end` begins with the quote that closes it. */
export function textLiteral(text: string, end: string): string {
  return `"${unwritable.test(text) ? text.replace(unwritables, escaped) : text}${end}`
}

const escaped = (character: string): string =>
  shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const xsdDouble = `${xsd}double`
const xsdString = `${xsd}string`

/** How the literal of a number or boolean is spelled in the document. */
export const nativeSpelling = (datatype: string | undefined): Spelling =>
  datatype === undefined ? 'native' : 'typed-native'

/**
 * Returns the literal of a JSON number or boolean (JSON-LD 1.1 API §8.2.2, Object to RDF Conversion, steps 8 to 11, as
 * jsonld.js reads them).
 *
 * @param datatype - the IRI of its datatype, if the term or the value says one
 */
export function nativeLiteral(value: number | boolean, datatype: string | undefined): string {
  const text = typeof value === 'boolean' ? String(value) : numberText(value, datatype === xsdDouble)
  const native = typeof value === 'boolean' ? `${xsd}boolean` : text.includes('E') ? xsdDouble : `${xsd}integer`
  // Its text is a plain literal, which no number should pass for.
  if (datatype === xsdString || datatype?.endsWith('#langString')) throw new Declined('a number or boolean as a text')
  return `"${text}"^^<${datatype ?? native}>`
}

/** Declines numbers that would be signed as others: `1e-7`, of which only `0` remains, and those with too many digits. */
function numberText(value: number, isDouble: boolean): string {
  const isInteger = Number.isInteger(value)
  if (isInteger ? !Number.isSafeInteger(value) : !String(value).includes('.')) throw new Declined(changedNumber)
  if (isInteger && !isDouble) return String(value)
  const written = value.toExponential(15)
  if (Number(written) !== value) throw new Declined(changedNumber)
  return written.replace(/(\d)0*e\+?/, '$1E')
}

const changedNumber = 'a number that would be signed as another'

/** Returns the literal of a JSON value (JSON-LD 1.1 API §8.2.2 step 6: in the form of RFC 8785). */
export function jsonLiteral(value: JsonValue | undefined): string {
  const text = canonical(value)
  // jsonld.js takes a copy of its input in which this name is none.
  if (text.includes('"__proto__"')) throw new Declined('a member named __proto__')
  return textLiteral(text, '"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>')
}

function canonical(value: JsonValue | undefined): string {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (TestamurError.isInstance(error)) throw new Declined('JSON without a canonical form')
    throw error
  }
}
