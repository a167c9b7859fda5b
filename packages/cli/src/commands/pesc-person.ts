import type { PescPerson } from '@testamur/adapters/pesc'
import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { CliError } from '../errors.js'
import { displayName, readJson } from '../files/index.js'
import type { Io } from '../io/index.js'

/** What a member holds: a text, texts, or objects with members of their own. */
type Member = 'text' | 'texts' | { readonly object: Members } | { readonly list: Members }
interface Members {
  readonly [name: string]: Member
}

const name: Members = {
  prefix: 'text',
  given: 'text',
  middle: 'texts',
  family: 'text',
  suffix: 'text',
  composite: 'text',
}
const agencyIdentifier: Members = {
  value: 'text',
  agencyCode: 'text',
  agencyName: 'text',
  countryCode: 'text',
  regionCode: 'text',
}
const person: Readonly<Record<keyof PescPerson, Member>> = {
  name: { object: name },
  schoolAssignedId: 'text',
  sin: 'text',
  ssn: 'text',
  partialSsn: 'text',
  recipientAssignedId: 'text',
  agencyIdentifiers: { list: agencyIdentifier },
  birthDate: 'text',
  birthday: 'text',
  gender: 'text',
}

const example = 'such as { "name": { "given": "Robin", "family": "Sample" }, "birthDate": "2002-03-14" }'

/**
 * Returns the persons in a file: one object, or an array with one for each record. Members that a person does not have
 * are refused, since what they say would be lost. Messages repeat no values.
 *
 * @throws {CliError} what reading throws, and `ERR_FILE_CONTENT` when they are no such persons; all the call's fault
 */
export async function readPersons(file: string, io: Io): Promise<readonly PescPerson[]> {
  const content = await readJson(file, io)
  const items = Array.isArray(content) ? content : [content]
  for (const item of items) {
    const wrong = isObject(item) ? faultIn(item, person) : 'is no object'
    if (wrong === undefined) continue
    const message = `a person was expected, ${example}; what is there ${wrong}`
    throw new CliError('ERR_FILE_CONTENT', message, { file: displayName(file) })
  }
  return items as unknown as readonly PescPerson[]
}

function faultIn(node: JsonObject, members: Members, at = ''): string | undefined {
  if (at === '' && !isObject(node['name'])) return 'has no name'
  for (const [key, value] of Object.entries(node)) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined
    if (member === undefined) return `has a member that a person does not have: ${at}${key}`
    const fault = faultOf(value, member, `${at}${key}`)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOf(value: JsonValue | undefined, member: Member, at: string): string | undefined {
  if (member === 'text') return typeof value === 'string' ? undefined : `has no text for ${at}`
  if (member === 'texts') {
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string')
    return isList ? undefined : `has no list of texts for ${at}`
  }
  if ('object' in member) {
    return isObject(value) ? faultIn(value, member.object, `${at}.`) : `has no object for ${at}`
  }
  if (!Array.isArray(value)) return `has no list for ${at}`
  return value
    .map((item) => (isObject(item) ? faultIn(item, member.list, `${at}.`) : `has no object in ${at}`))
    .find((fault) => fault !== undefined)
}
