import { ProofsError } from '../errors.js'
import type { StoredKey } from './interface.js'

/**
 * Returns the keys of a controller in the order in which they are published: oldest first, then by name, whatever order
 * they are given in. One that is revoked under another name, of whatever controller, is revoked here too: it is the same key.
 * @throws {ProofsError} `ERR_KEY_NOT_FOUND` when there is none; `ERR_KEY_EXISTS` when two have one name; `ERR_INVALID_KEY`
 * when one is not named under the controller.
 */
export function keysToPublish(keys: readonly StoredKey[], controller: string): readonly StoredKey[] {
  const ours = keys.filter((key) => key.controller === controller)
  if (ours.length === 0) {
    throw new ProofsError('ERR_KEY_NOT_FOUND', `None of the keys is controlled by ${controller}`, {
      advice: 'Give the controller that the keys were generated with; list() names it',
    })
  }
  const names = new Set<string>()
  for (const { verificationMethod } of ours) {
    if (!verificationMethod.startsWith(`${controller}#`)) {
      throw new ProofsError('ERR_INVALID_KEY', `The key ${verificationMethod} is not named under ${controller}`, {
        advice: 'Publish what list() of a key store returns',
      })
    }
    if (names.has(verificationMethod)) {
      throw new ProofsError('ERR_KEY_EXISTS', `Two keys to publish are called ${verificationMethod}`, {
        advice: 'Give each key once; two keys of one name cannot be told apart',
      })
    }
    names.add(verificationMethod)
  }
  return ours
    .toSorted(
      (a, b) =>
        compare(Date.parse(a.created), Date.parse(b.created)) || compare(a.verificationMethod, b.verificationMethod),
    )
    .map((key) => ({ ...key, revoked: key.revoked ?? firstRevocation(key, keys) }))
}

/** When a key was first revoked under any of its names; undefined when it was not. */
function firstRevocation({ publicKeyMultibase }: StoredKey, keys: readonly StoredKey[]): string | undefined {
  return keys
    .flatMap((key) => (key.publicKeyMultibase === publicKeyMultibase ? (key.revoked ?? []) : []))
    .toSorted((a, b) => compare(Date.parse(a), Date.parse(b)))[0]
}

/** The error for a key whose Multikey is none. */
export function unpublishable({ verificationMethod }: StoredKey): ProofsError<'ERR_INVALID_KEY'> {
  return new ProofsError('ERR_INVALID_KEY', `publicKeyMultibase of ${verificationMethod} is no key for its algorithm`, {
    advice: 'Publish what list() of a key store returns',
  })
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
