import { ProofsError } from '../../errors.js'
import type { PublicKey } from '../../keys/interface.js'
import { verifySignature } from '../../keys/signature.js'
import type { StoredKey } from '../interface.js'
import { keyExists, keyNotFound, refuseOutOfUse } from '../stored-key.js'
import type { TokenSession } from './connection.js'
import { timeOfKeyId } from './key-id.js'
import { withoutMark } from './make-key.js'
import { findKeys, readPublicKey, signWith, type TokenKey } from './token-keys.js'

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
  /** Throws `ERR_KEY_RETIRED` or `ERR_KEY_REVOKED` for a key that the caller says is out of use. */
  refuseOutOfUse(verificationMethod: string): void
  /** Returns the names of all keys; on request with those that are about to be given. */
  names(session: TokenSession, options?: { readonly withUnfinished: boolean }): readonly string[]
  /** Returns a private key, or throws `ERR_KEY_NOT_FOUND`. */
  find(session: TokenSession, verificationMethod: string): TokenKey
  /** Returns the public key of a private one, once a signature has shown that it belongs to it. */
  publicKey(session: TokenSession, verificationMethod: string): Promise<PublicKey>
  /** Returns a key as the store lists it. */
  stored(session: TokenSession, verificationMethod: string): Promise<StoredKey>
}

/**
 * Returns the known keys of a token.
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_KEY_EXISTS` for entries that cannot be meant
 */
export function knownKeys(listed: readonly Pkcs11Key[]): KnownKeys {
  const entries = entriesByName(listed)
  /** The public keys that have been shown to be right. Anybody who reaches a token may write public objects on it. */
  const confirmed = new Map<string, string>()

  const keys: KnownKeys = {
    isListed: (verificationMethod) => entries.has(verificationMethod),
    refuseOutOfUse(verificationMethod) {
      const { retired, revoked } = entries.get(verificationMethod) ?? {}
      refuseOutOfUse({ verificationMethod, retired, revoked })
    },
    names(session, { withUnfinished } = { withUnfinished: false }) {
      const made = findKeys(session)
        .filter(({ id }) => timeOfKeyId(id) !== undefined)
        .map(({ label }) => (withUnfinished ? withoutMark(label) : label))
      return [...new Set([...entries.keys(), ...made.filter(isKeyName)])]
    },
    find(session, verificationMethod) {
      const entry = entries.get(verificationMethod)
      const id = entry?.id === undefined ? undefined : Buffer.from(entry.id, 'hex')
      const label = entry?.label ?? (id === undefined ? verificationMethod : undefined)
      const [found, ...others] = findKeys(session, { label, id })
      if (found === undefined) throw keyNotFound(verificationMethod)
      if (others.length === 0) return found
      throw new ProofsError(
        'ERR_KEY_SERVICE_RESPONSE',
        `The PKCS#11 token has several keys for ${verificationMethod}`,
        {
          advice: 'Name the one that is meant by its id, in `keys`',
        },
      )
    },
    async publicKey(session, verificationMethod) {
      const key = keys.find(session, verificationMethod)
      const publicKey = readPublicKey(session, key)
      if (publicKey === undefined) {
        throw new ProofsError(
          'ERR_KEY_SERVICE_RESPONSE',
          `The PKCS#11 token has no public key for ${verificationMethod}`,
          {
            advice: 'Write the public key object beside the private one, with the same id',
          },
        )
      }
      if (confirmed.get(verificationMethod) === publicKey.publicKeyMultibase) return publicKey
      const data = crypto.getRandomValues(new Uint8Array(32))
      await refuseForeign(await signWith(session, key, data), { data, publicKey, verificationMethod })
      confirmed.set(verificationMethod, publicKey.publicKeyMultibase)
      return publicKey
    },
    async stored(session, verificationMethod) {
      const { created: told, retired, revoked } = entries.get(verificationMethod) ?? {}
      const created = told ?? timeOfKeyId(keys.find(session, verificationMethod).id)?.toISOString()
      if (created === undefined) {
        throw new ProofsError(
          'ERR_INVALID_OPTION',
          `The PKCS#11 token does not say when ${verificationMethod} was made`,
          {
            advice: 'Give the time as `created` of its entry in `keys`',
          },
        )
      }
      return {
        verificationMethod,
        controller: verificationMethod.replace(/#.*/s, ''),
        ...(await keys.publicKey(session, verificationMethod)),
        created,
        ...(retired === undefined ? {} : { retired }),
        ...(revoked === undefined ? {} : { revoked }),
      }
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

const isKeyName = (text: string): boolean => /^(did:[a-z0-9]+:|https:\/\/)[^\s#]+#[^\s#]+$/.test(text)

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
