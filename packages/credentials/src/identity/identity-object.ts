import { hexFromBytes, md5Hex, sha256Hex } from '#platform'
import { CredentialsError } from '../errors.js'
import { type IdentityObject, termsOfEnumerations } from '../model/index.js'
import type { IdentityInput, IdentityOptions } from './interface.js'
import { randomSource } from './random-source.js'

const identifierTypes = termsOfEnumerations['IdentifierTypeEnum']?.split(' ') ?? []

/** True for the terms of the enumeration, and for those of one's own that the schema takes. */
const isIdentifierType = (term: string): boolean =>
  /^ext:[\w.|]/.test(term) || (term !== 'ext:' && identifierTypes.includes(term))

/** Hash functions by their names in an IdentityHash. MD5 is only ever read. */
const hexDigests: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ['sha256', sha256Hex],
  ['md5', md5Hex],
])

/**
 * Returns an IdentityObject for an identifier of a learner: its SHA-256 hash with a random salt, so that the credential
 * can be matched to the learner by those who know the identifier, and by nobody else.
 *
 * Identifiers that are easy to list, such as telephone numbers, can be found out in spite of the hash: the salt stands
 * beside it.
 *
 * @throws {@link CredentialsError} `ERR_INVALID_OPTION` for an empty identifier, an `identityType` that is none, a salt
 * without a hash, or a `random` that is no function.
 * @see [Open Badges 3.0, IdentityHash](https://www.imsglobal.org/spec/ob/v3p0/#identityhash)
 * @example
 * ```ts
 * import { identityObject } from '@testamur/credentials'
 *
 * const identifier = identityObject({ identityType: 'emailAddress', identity: 'a@example.com', salt: 'Kosher' })
 * console.log(identifier.identityHash.slice(0, 13)) // sha256$b5809d
 * ```
 */
export function identityObject(input: IdentityInput, options: IdentityOptions = {}): IdentityObject {
  if (typeof input !== 'object' || input === null || typeof input.identity !== 'string' || input.identity === '')
    throw new CredentialsError('ERR_INVALID_OPTION', 'The `identity` is missing or empty', { advice: 'Give a text' })
  const { identity, identityType, hashed = true } = input
  if (!isIdentifierType(identityType)) {
    const advice = `Take one of ${identifierTypes.slice(0, -1).join(', ')}, or a term of your own such as ext:badgeNumber`
    throw new CredentialsError('ERR_INVALID_OPTION', 'The `identityType` is no term of the specification', { advice })
  }
  if (!hashed) {
    if (input.salt !== undefined) throw new CredentialsError('ERR_INVALID_OPTION', 'A plain identity takes no salt')
    return { type: 'IdentityObject', hashed, identityHash: identity, identityType }
  }
  const salt = input.salt ?? hexFromBytes(randomSource(options)(16))
  return { type: 'IdentityObject', hashed, identityHash: `sha256$${sha256Hex(identity + salt)}`, identityType, salt }
}

/**
 * True when an IdentityObject stands for this identifier, plain or hashed with SHA-256 or MD5, its digits small or
 * capital. False for any other algorithm, and for MD5 on a machine that forbids it (FIPS 140). Whether both are of the
 * same `identityType` is for the caller to look at.
 *
 * @see [Open Badges 3.0, IdentityHash](https://www.imsglobal.org/spec/ob/v3p0/#identityhash)
 * @example
 * ```ts
 * import { identityObject, matchesIdentity } from '@testamur/credentials'
 *
 * const identifier = identityObject({ identityType: 'emailAddress', identity: 'a@example.com' })
 * console.log(matchesIdentity(identifier, 'a@example.com')) // true
 * ```
 */
export function matchesIdentity(
  identityObject: Pick<IdentityObject, 'hashed' | 'identityHash' | 'salt'>,
  identity: string,
): boolean {
  const { hashed, identityHash, salt = '' } = identityObject
  if (!hashed) return identityHash === identity
  const [algorithm = '', ...digest] = identityHash.toLowerCase().split('$')
  return hexDigests.get(algorithm)?.(identity + salt) === digest.join('$')
}
