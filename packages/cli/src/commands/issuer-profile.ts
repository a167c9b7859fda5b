import type { ProfileInput } from '@testamur/credentials'
import { type Problem, problemTypes } from '@testamur/documents'
import { validate } from 'testamur'
import { CliError } from '../errors.js'
import { readJsonObject } from '../files/index.js'
import type { Io } from '../io/index.js'
import { isAbsoluteUri } from './options.js'

/**
 * Returns the issuer in a file: a Profile of Open Badges 3.0, of which the type may be left out.
 *
 * @throws {CliError} what reading throws, and `ERR_FILE_CONTENT` when it is no such profile; all the call's fault
 */
export async function readIssuer(file: string, io: Io): Promise<ProfileInput> {
  const example = 'such as { "id": "did:web:registrar.example", "name": "Example University" }'
  const profile = { type: ['Profile'], ...(await readJsonObject(file, io, `the profile of the issuer, ${example},`)) }
  const problems = validate(profile)
    .findings.filter(({ level }) => level === 'error')
    .map(({ code, pointer, message }) => malformed(code, pointer, message))
  if (problems.length === 0 && !isAbsoluteUri((profile as { id?: unknown }).id)) {
    problems.push(malformed('value-format', '/id', '`id` must be a DID or another absolute URI'))
  }
  const [first] = problems
  if (first === undefined) return profile as unknown as ProfileInput
  const message = `the profile of the issuer is malformed: at "${first.pointer}": ${first.detail.replace(/\.$/, '')}`
  throw new CliError('ERR_FILE_CONTENT', message, { file, problems })
}

function malformed(code: string, pointer: string, detail: string): Problem {
  return { type: problemTypes.MALFORMED_VALUE_ERROR, code, title: 'The profile is malformed', detail, pointer }
}
