import { isDateTime } from '../../date-time.js'
import { ProofsError } from '../../errors.js'
import { isKeyName } from '../stored-key.js'
import type { KeyService, KeyServiceKey } from './interface.js'

/**
 * Throws unless the entries can be meant. One that is misread could let a key sign that is out of use: so nothing is
 * passed over that is not understood, and no key has two entries.
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_KEY_EXISTS`
 */
export function checkEntries<Key extends KeyServiceKey>(entries: readonly Key[], service: KeyService<Key>): void {
  const known: Identity[] = []
  for (const entry of entries) {
    refuseBadEntry(entry, service)
    const { verificationMethod } = entry
    const identity = { verificationMethod, multikey: pinnedMultikey(entry), locator: locatorOf(entry) }
    const twin = known.find((one) => isSameKey(one, identity))
    if (twin !== undefined && twin.verificationMethod !== verificationMethod) {
      const names = `${twin.verificationMethod} and ${verificationMethod}`
      throw new ProofsError('ERR_KEY_EXISTS', `The entries ${names} of \`keys\` are one key`, {
        advice: 'Keep the one that is published, with what it says of `retired` and `revoked`',
      })
    }
    known.push(identity)
  }
}

/** The public key that an entry says it is, if it does; a did:key says so by its name. */
export function pinnedMultikey({ publicKeyMultibase, verificationMethod }: KeyServiceKey): string | undefined {
  return publicKeyMultibase ?? /^did:key:([^#]+)#/.exec(verificationMethod)?.[1]
}

const ownMembers: readonly string[] = ['verificationMethod', 'publicKeyMultibase', 'created', 'retired', 'revoked']

function refuseBadEntry<Key extends KeyServiceKey>(entry: Key, { locatorMembers }: KeyService<Key>): void {
  const { verificationMethod } = entry
  if (!isKeyName(verificationMethod)) {
    throw invalid(
      'An entry of `keys` has no URL with a fragment as verificationMethod',
      'Give it as proofs will name the key, for instance did:web:registrar.example#key-1',
    )
  }
  const members = [...ownMembers, ...locatorMembers]
  const stranger = Object.keys(entry).find((member) => !members.includes(member))
  if (stranger !== undefined) {
    throw invalid(`The entry of ${verificationMethod} has a member ${stranger}`, `It can have ${members.join(', ')}`)
  }
  for (const member of ['created', 'retired', 'revoked'] as const) {
    if (entry[member] === undefined || isDateTime(entry[member])) continue
    throw invalid(
      `${member} of the entry of ${verificationMethod} is no time`,
      'Give one of RFC 3339, for instance 2026-05-17T09:00:00Z, or leave it out',
    )
  }
  const [, multikey, fragment] = /^did:key:([^#]+)#(.*)$/s.exec(verificationMethod) ?? []
  if (multikey !== fragment || (multikey !== undefined && pinnedMultikey(entry) !== multikey)) {
    throw invalid(
      `The entry of ${verificationMethod} names another key than that did:key is`,
      'Its fragment and its publicKeyMultibase are what stands behind did:key:',
    )
  }
}

interface Identity {
  readonly verificationMethod: string
  readonly multikey: string | undefined
  readonly locator: string | undefined
}

/** Told apart by their public keys where both say them, since an alias may have come to mean another key. */
function isSameKey(one: Identity, other: Identity): boolean {
  if (one.multikey !== undefined && other.multikey !== undefined) return one.multikey === other.multikey
  return one.locator !== undefined && one.locator === other.locator
}

/** How the service names the key, as text that is the same for the same names; undefined when only its public key does. */
function locatorOf(entry: KeyServiceKey): string | undefined {
  const named = Object.entries(entry).filter(([member, value]) => !ownMembers.includes(member) && value !== undefined)
  return named.length === 0 ? undefined : JSON.stringify(named.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function invalid(message: string, advice: string): ProofsError {
  return new ProofsError('ERR_INVALID_OPTION', message, { advice })
}
