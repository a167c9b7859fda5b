import { cfAssociationTypes } from '../model/index.js'
import type { CfValueKind } from '../model/structure.js'

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const wholeUuid = new RegExp(`^${uuid.source}$`, 'i')
const lastUuid = new RegExp(`(${uuid.source})/?(?:[?#].*)?$`, 'i')
const dateTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/
const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
// CASE 1.1, the extension pattern of both vocabularies.
const extension = /^ext:[A-Za-z0-9.\-_]+$/

/** True for a UUID in its 36 characters (RFC 9562 §4). */
export function isUuid(text: string): boolean {
  return wholeUuid.test(text)
}

/** Returns the UUID that a URI ends with, if it ends with one. */
export function uuidIn(uri: string): string | undefined {
  return lastUuid.exec(uri)?.[1]
}

/** True for an absolute URI. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && URL.canParse(text)
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
      return [dateTime.test(text) && !Number.isNaN(Date.parse(text)), 'a date and time with its offset']
    case 'date':
      return [date.test(text), 'a date as YYYY-MM-DD']
    case 'associationType':
      return [
        cfAssociationTypes.includes(text) || extension.test(text),
        'a type of CASE, or a term that starts with ext:',
      ]
    case 'targetType':
      return [text === 'CASE' || extension.test(text), 'CASE, or a term that starts with ext:']
    case 'caseVersion':
      return [text === '1.1', '1.1']
    default:
      return [true, '']
  }
}
