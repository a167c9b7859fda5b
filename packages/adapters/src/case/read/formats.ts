import { parseUrl } from '@testamur/documents/json'
import { cfAssociationTypes } from '../model/index.js'
import type { CfValueKind } from '../model/structure.js'

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const wholeUuid = new RegExp(`^${uuid.source}$`, 'i')
const lastUuid = new RegExp(`^[^?#]*(${uuid.source})/?$`, 'i')
const time = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/
const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
// CASE 1.1, the extension pattern of both vocabularies; the one of the schema has no hyphen in the first place.
const extension = /^ext:[A-Za-z0-9._][A-Za-z0-9.\-_]*$/

/** True for a UUID in its 36 characters (RFC 9562 §4). */
export function isUuid(text: string): boolean {
  return wholeUuid.test(text)
}

/**
 * Returns the UUID that a URI ends with, if it ends with one. None for a URI with query or fragment: that is another
 * resource than the one with the UUID, and there may be several.
 */
export function uuidIn(uri: string): string | undefined {
  return lastUuid.exec(uri)?.[1]
}

/** True for an absolute URI. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && parseUrl(text) !== undefined
}

/** Returns a URI for what has an identifier and no usable URI. */
export function urnOf(identifier: string): string {
  return isUuid(identifier) ? `urn:uuid:${identifier}` : `urn:x-case:${encodeURIComponent(identifier)}`
}

/** True for a text without anything but white space. */
export function isBlank(text: string): boolean {
  return !/\S/.test(text)
}

/** Returns the type of CASE that a text means and writes with other letters or white space around it; else nothing. */
export function meantAssociationType(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  return cfAssociationTypes.find((type) => type !== text && type.toLowerCase() === plain)
}

/** Returns what a text of a kind should be where it is not; for kinds without a form, nothing. */
export function misfit(kind: CfValueKind, text: string): string | undefined {
  const [isFine, expected] = form(kind, text)
  return isFine ? undefined : expected
}

function form(kind: CfValueKind, text: string): readonly [isFine: boolean, expected: string] {
  switch (kind) {
    case 'uuid':
      return [isUuid(text), 'a UUID']
    case 'uri':
      return [isUri(text), 'an absolute URI']
    case 'dateTime':
      return [isDateTime(text), 'a date and time with its offset']
    case 'date':
      return [isDate(text), 'a date as YYYY-MM-DD']
    case 'name':
      return [!isBlank(text), 'an identifier']
    case 'associationType':
      return [isCaseType(text) || extension.test(text), 'a type of CASE, or a term that starts with ext:']
    case 'targetType':
      return [text === 'CASE' || extension.test(text), 'CASE, or a term that starts with ext:']
    case 'caseVersion':
      return [text === '1.1', '1.1']
    default:
      return [true, '']
  }
}

function isCaseType(text: string): boolean {
  return (cfAssociationTypes as readonly string[]).includes(text)
}

/** True for a day that there is. */
function isDate(text: string): boolean {
  if (!date.test(text)) return false
  // Every month has 28 days; for the others the calendar is asked, which goes on into the next month.
  return text.slice(-2) <= '28' || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}

function isDateTime(text: string): boolean {
  return /^t$/i.test(text.charAt(10)) && isDate(text.slice(0, 10)) && time.test(text.slice(11))
}
