import type { JsonValue } from '@testamur/documents/json'
import { classOfType, termsOfEnumerations } from '../model/index.js'
import { instantOf, isDate, isUri } from '../validate/formats.js'
import type { FindingCode } from '../validate/interface.js'
import { isObject } from '../validate/located.js'

/** What the strings of a type look like, where it matters; `id` for what identifies an object. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  Date: isDate,
  DateTime: (text) => instantOf(text) !== undefined,
  id: isUri,
  ProfileRef: isUri,
  IdentityHash: (text) => /^(sha256\$[\da-fA-F]{64}|md5\$[\da-fA-F]{32})$/.test(text),
  LanguageCode: (text) => /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(text),
  CompactJws: (text) => /^[\w-]+\.[\w-]*\.[\w-]+$/.test(text),
}

/** Returns why a value is none of a type; `undefined` when it is. Does not look into the objects of a class. */
export function misfit(type: string, value: JsonValue | undefined): FindingCode | undefined {
  const isClass = classOfType(type) !== undefined
  if (isObject(value)) return isClass || type === 'Context' ? undefined : 'value-kind'
  const kind = type === 'Float' ? 'number' : type === 'Boolean' ? 'boolean' : 'string'
  if (typeof value !== kind || (isClass && type !== 'ProfileRef')) return 'value-kind'
  if (typeof value !== 'string') return undefined
  if (formats[type]?.(value) === false) return 'value-format'
  return isTerm(value, type) ? undefined : 'value-not-allowed'
}

/** True unless the type is an enumeration without this term. */
function isTerm(text: string, type: string): boolean {
  const terms = termsOfEnumerations[type]?.split(' ')
  return terms === undefined || (text !== 'ext:' && terms.includes(/^ext:[\w.|]/.test(text) ? 'ext:' : text))
}
