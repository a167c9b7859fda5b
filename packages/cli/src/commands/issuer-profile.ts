import type { Profile, ProfileInput } from '@testamur/credentials'
import { validateSchema } from '@testamur/credentials/validate'
import { childPointer, type JsonObject, type Problem, problemTypes } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { CliError } from '../errors.js'
import { readJsonObject } from '../files/index.js'
import type { Io } from '../io/index.js'
import { isAbsoluteUri } from './options.js'

/** The members of a Profile. Its schema takes any others; in a record they would have no meaning without a context. */
const members: Readonly<Record<keyof Profile, true>> = {
  id: true,
  type: true,
  name: true,
  url: true,
  phone: true,
  description: true,
  endorsement: true,
  endorsementJwt: true,
  image: true,
  email: true,
  address: true,
  otherIdentifier: true,
  official: true,
  parentOrg: true,
  familyName: true,
  givenName: true,
  additionalName: true,
  patronymicName: true,
  honorificPrefix: true,
  honorificSuffix: true,
  familyNamePrefix: true,
  dateOfBirth: true,
}

/**
 * Returns the issuer in a file: a Profile of Open Badges 3.0, of which the type may be left out. Whatever has members
 * that a Profile does not have is refused: all of it would be copied into each record.
 *
 * @throws {CliError} what reading throws, and `ERR_FILE_CONTENT` when it is no such profile; all the call's fault
 */
export async function readIssuer(file: string, io: Io): Promise<ProfileInput> {
  const example = 'such as { "id": "did:web:registrar.example", "name": "Example University" }'
  const content = await readJsonObject(file, io, `the profile of the issuer, ${example},`)
  if ([content['type']].flat().includes('VerifiableCredential')) {
    const message = 'the profile of the issuer was expected, and this is a credential'
    throw new CliError('ERR_FILE_CONTENT', message, { file, advice: `Give the issuer alone, ${example}` })
  }
  const profile = { type: ['Profile'], ...content }
  const problems = [
    ...unknownMembers(profile),
    ...validateSchema(profile, 'Profile').map(({ code, pointer, message }) => malformed(code, pointer, message)),
  ]
  if (problems.length === 0 && !isAbsoluteUri(content['id'])) {
    problems.push(malformed('value-format', '/id', '`id` must be a DID or another absolute URI'))
  }
  const [first] = problems
  if (first === undefined) return profile as unknown as ProfileInput
  const message = `the profile of the issuer is malformed: at "${first.pointer}": ${first.detail.replace(/\.$/, '')}`
  throw new CliError('ERR_FILE_CONTENT', message, { file, problems })
}

/** One problem for each member that a Profile does not have, also in the organizations that it belongs to. */
function unknownMembers(profile: JsonObject, pointer = ''): Problem[] {
  const { parentOrg } = profile
  return [
    ...Object.keys(profile)
      .filter((member) => !Object.hasOwn(members, member))
      .map((member) =>
        malformed('member-unknown', childPointer(pointer, member), `A \`Profile\` has no member \`${member}\`.`),
      ),
    ...(isObject(parentOrg) ? unknownMembers(parentOrg, `${pointer}/parentOrg`) : []),
  ]
}

function malformed(code: string, pointer: string, detail: string): Problem {
  return { type: problemTypes.MALFORMED_VALUE_ERROR, code, title: 'The profile is malformed', detail, pointer }
}
