import { ProofsError } from '../errors.js'
import type { StoredKey } from './interface.js'

/**
 * Returns the keys of a controller in the order in which they are published: oldest first, then by name, whatever order
 * they are given in.
 * @throws {ProofsError} `ERR_KEY_NOT_FOUND` when there is none; `ERR_KEY_EXISTS` when two have one name.
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
    if (names.has(verificationMethod)) {
      throw new ProofsError('ERR_KEY_EXISTS', `Two keys to publish are called ${verificationMethod}`, {
        advice: 'Give each key once; two keys of one name cannot be told apart',
      })
    }
    names.add(verificationMethod)
  }
  return ours.toSorted(
    (a, b) =>
      compare(Date.parse(a.created), Date.parse(b.created)) || compare(a.verificationMethod, b.verificationMethod),
  )
}

/** The error for a key whose Multikey is none. */
export function unpublishable({ verificationMethod }: StoredKey): ProofsError<'ERR_INVALID_KEY'> {
  return new ProofsError('ERR_INVALID_KEY', `publicKeyMultibase of ${verificationMethod} is no key for its algorithm`, {
    advice: 'Publish what list() of a key store returns',
  })
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
