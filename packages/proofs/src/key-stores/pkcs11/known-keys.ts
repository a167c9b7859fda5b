import { ProofsError } from '../../errors.js'
import type { PublicKey } from '../../keys/interface.js'
import { verifySignature } from '../../keys/signature.js'
import type { StoredKey } from '../interface.js'
import { isKeyName, keyExists, keyNotFound, refuseOutOfUse } from '../stored-key.js'
import type { TokenSession } from './connection.js'
import { timeOfKeyId } from './key-id.js'
import { withoutMark } from './make-key.js'
import { findKeys, type KeyLabel, labelsOfKeys, readPublicKey, signWith, type TokenKey } from './token-keys.js'

/** What a store is told about a key that it did not make, or that is out of use. */
export interface Pkcs11Key extends Pick<StoredKey, 'verificationMethod' | 'retired' | 'revoked'> {
  /** CKA_LABEL of the private key. Default, without `id` too: the verification method, as on keys that the store made. */
  readonly label?: string | undefined
  /** CKA_ID of the private key in hexadecimal digits, as pkcs11-tool shows it. */
  readonly id?: string | undefined
  /** When the key was made (RFC 3339). `list` and `exportPublic` need it for keys that the store did not make. */
  readonly created?: string | undefined
}

/** The keys of a token that have names: by what the caller says, or by their labels. */
export interface KnownKeys {
  /** True for a name that the caller gave. */
  isListed(verificationMethod: string): boolean
  /** Throws `ERR_KEY_RETIRED` or `ERR_KEY_REVOKED` for a name that the caller says is out of use. */
  refuseOutOfUse(verificationMethod: string): void
  /** Returns the names that no new key may get: of all private keys whatsoever, and those that are about to be given. */
  taken(session: TokenSession): readonly string[]
  /** Returns a private key, or throws `ERR_KEY_NOT_FOUND`. */
  find(session: TokenSession, verificationMethod: string): TokenKey
  /**
   * Returns the public key of a private one, once a signature has shown that it belongs to it. Throws `ERR_KEY_RETIRED` or
   * `ERR_KEY_REVOKED` when the caller says so of the key, under whatever name.
   */
  usable(session: TokenSession, verificationMethod: string): Promise<PublicKey>
  /** Returns a key as the store lists it. */
  stored(session: TokenSession, verificationMethod: string): Promise<StoredKey>
  /** Returns all keys that have names, as the store lists them. */
  list(session: TokenSession): Promise<readonly StoredKey[]>
}

/**
 * Returns the known keys of a token.
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_KEY_EXISTS` for entries that cannot be meant
 */
export function knownKeys(listed: readonly Pkcs11Key[]): KnownKeys {
  const entries = entriesByName(listed)
  /** The public keys that have been shown to be right. Anybody who reaches a token may write public objects on it. */
  const confirmed = new Map<string, string>()

  const locate = (entry: Pkcs11Key): KeyLabel => {
    const id = entry.id === undefined ? undefined : Buffer.from(entry.id, 'hex')
    return { id, label: entry.label ?? (id === undefined ? entry.verificationMethod : undefined) }
  }
  /** Returns what the caller says of keys, by the public key: one may have several names. */
  const entriesByKey = (
    session: TokenSession,
    said: readonly Pkcs11Key[],
  ): ReadonlyMap<string, readonly Pkcs11Key[]> => {
    const byKey = new Map<string, readonly Pkcs11Key[]>()
    for (const entry of said) {
      for (const key of findKeys(session, locate(entry))) {
        const { publicKeyMultibase = '' } = readPublicKey(session, key) ?? {}
        byKey.set(publicKeyMultibase, [...(byKey.get(publicKeyMultibase) ?? []), entry])
      }
    }
    return byKey
  }
  const publicKeyOf = async (session: TokenSession, verificationMethod: string): Promise<PublicKey> => {
    const key = keys.find(session, verificationMethod)
    const publicKey = readPublicKey(session, key)
    if (publicKey === undefined) throw noPublicKey(verificationMethod)
    if (confirmed.get(verificationMethod) === publicKey.publicKeyMultibase) return publicKey
    const data = crypto.getRandomValues(new Uint8Array(32))
    await refuseForeign(await signWith(session, key, data), { data, publicKey, verificationMethod })
    confirmed.set(verificationMethod, publicKey.publicKeyMultibase)
    return publicKey
  }
  const describe = async (
    session: TokenSession,
    verificationMethod: string,
    byKey: ReturnType<typeof entriesByKey>,
  ): Promise<StoredKey> => {
    const publicKey = await publicKeyOf(session, verificationMethod)
    const own: Partial<Pkcs11Key> = entries.get(verificationMethod) ?? {}
    const said = [own, ...(byKey.get(publicKey.publicKeyMultibase) ?? [])]
    const first = (member: 'created' | 'retired' | 'revoked'): string | undefined =>
      said.find((entry) => entry[member] !== undefined)?.[member]
    const { id } = keys.find(session, verificationMethod)
    const created = own.created ?? timeOfKeyId(id)?.toISOString() ?? first('created')
    if (created === undefined) throw noTime(verificationMethod)
    const [retired, revoked] = [first('retired'), first('revoked')]
    return {
      verificationMethod,
      controller: verificationMethod.replace(/#.*/s, ''),
      ...publicKey,
      created,
      ...(retired === undefined ? {} : { retired }),
      ...(revoked === undefined ? {} : { revoked }),
    }
  }

  const keys: KnownKeys = {
    isListed: (verificationMethod) => entries.has(verificationMethod),
    refuseOutOfUse(verificationMethod) {
      const { retired, revoked } = entries.get(verificationMethod) ?? {}
      refuseOutOfUse({ verificationMethod, retired, revoked })
    },
    taken: (session) => [...entries.keys(), ...labelsOfKeys(session).map(withoutMark)],
    find(session, verificationMethod) {
      if (!isKeyName(verificationMethod)) throw keyNotFound(verificationMethod)
      const [found, ...others] = findKeys(session, locate(entries.get(verificationMethod) ?? { verificationMethod }))
      if (found === undefined) throw keyNotFound(verificationMethod)
      if (others.length > 0) throw severalKeys(verificationMethod)
      return found
    },
    async usable(session, verificationMethod) {
      const publicKey = await publicKeyOf(session, verificationMethod)
      const outOfUse = listed.filter(({ retired, revoked }) => (retired ?? revoked) !== undefined)
      entriesByKey(session, outOfUse).get(publicKey.publicKeyMultibase)?.forEach(refuseOutOfUse)
      return publicKey
    },
    stored: (session, verificationMethod) => describe(session, verificationMethod, entriesByKey(session, listed)),
    async list(session) {
      const byKey = entriesByKey(session, listed)
      const labels = findKeys(session).map(({ label }) => label)
      const stored: StoredKey[] = []
      for (const name of new Set([...entries.keys(), ...labels.filter(isKeyName)])) {
        stored.push(await describe(session, name, byKey))
      }
      return stored.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
    },
  }
  return keys
}

/**
 * Throws for a signature that the public key does not confirm: a record with it would be good for nothing.
 * @throws {ProofsError} `ERR_KEY_SERVICE_RESPONSE`
 */
export async function refuseForeign(
  signature: Uint8Array,
  options: { readonly data: Uint8Array; readonly publicKey: PublicKey; readonly verificationMethod: string },
): Promise<void> {
  const { data, publicKey, verificationMethod } = options
  if (await verifySignature(data, { signature, publicKey })) return
  throw new ProofsError(
    'ERR_KEY_SERVICE_RESPONSE',
    `The PKCS#11 token signed with another key than the public one of ${verificationMethod}`,
    { advice: 'See whether the token, or an object on it, was exchanged; the signature was thrown away' },
  )
}

function noPublicKey(verificationMethod: string): ProofsError<'ERR_KEY_SERVICE_RESPONSE'> {
  return new ProofsError('ERR_KEY_SERVICE_RESPONSE', `The PKCS#11 token has no public key for ${verificationMethod}`, {
    advice: 'Write the public key object beside the private one, with the same id',
  })
}

function severalKeys(verificationMethod: string): ProofsError<'ERR_KEY_SERVICE_RESPONSE'> {
  return new ProofsError('ERR_KEY_SERVICE_RESPONSE', `The PKCS#11 token has several keys for ${verificationMethod}`, {
    advice: 'Name the one that is meant by its id, in `keys`',
  })
}

function noTime(verificationMethod: string): ProofsError<'ERR_INVALID_OPTION'> {
  return new ProofsError('ERR_INVALID_OPTION', `The PKCS#11 token does not say when ${verificationMethod} was made`, {
    advice: 'Give the time as `created` of its entry in `keys`',
  })
}

function entriesByName(listed: readonly Pkcs11Key[]): ReadonlyMap<string, Pkcs11Key> {
  const entries = new Map<string, Pkcs11Key>()
  for (const entry of listed) {
    const { verificationMethod, id = '00' } = entry
    if (!isKeyName(verificationMethod) || !/^([\da-f]{2})+$/i.test(id)) {
      throw new ProofsError('ERR_INVALID_OPTION', 'An entry of `keys` has no verification method, or a malformed id', {
        advice: 'Give verificationMethod as proofs will name the key, and id in hexadecimal digits',
      })
    }
    if (entries.has(verificationMethod)) throw keyExists(verificationMethod)
    entries.set(verificationMethod, entry)
  }
  return entries
}
