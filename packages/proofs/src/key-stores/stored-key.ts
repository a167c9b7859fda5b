import { parseUrl } from '@testamur/documents/json'
import { ProofsError } from '../errors.js'
import type { PublicKey } from '../keys/interface.js'
import type { GenerateKeyOptions, RevokeKeyOptions, RotateKeyOptions, StoredKey } from './interface.js'

/** One part of a DID (DID Core 1.0 §3.1), one of a URL (RFC 3986 §3.3 to §3.5), and its fragment. */
const didPart = String.raw`(?:[\w.-]|%[0-9A-Fa-f]{2})`
const urlPart = String.raw`(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})`
const did = new RegExp(`^did:[a-z0-9]+:(?:${didPart}*:)*${didPart}+$`)
const httpsUrl = new RegExp(String.raw`^https://(?:\[[0-9A-Fa-f:.]+\])?${urlPart}*$`)
const urlFragment = new RegExp(`^${urlPart}+$`)

/** True for what can control a key: a DID, or an https URL without a user, a fragment, or segments that lead elsewhere. */
export function isController(text: string): boolean {
  if (text.split(/[:/?]/).some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return false
  if (did.test(text)) return true
  return httpsUrl.test(text) && parseUrl(text) !== undefined && !/^https:\/\/[^/?]*@/.test(text)
}

/** True for what a key can be called: its controller and a fragment. */
export function isKeyName(text: string): boolean {
  const [controller = '', fragment = '', ...more] = text.split('#')
  return isController(controller) && urlFragment.test(fragment) && more.length === 0
}

/**
 * Returns a new key as its store lists it, named as the options say; without a fragment, by its own Multikey.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function newStoredKey(publicKey: PublicKey, options: GenerateKeyOptions = {}): StoredKey {
  const { algorithm, publicKeyMultibase } = publicKey
  const { controller = `did:key:${publicKeyMultibase}`, fragment = publicKeyMultibase } = options
  refuseBadName(options)
  return {
    verificationMethod: `${controller}#${fragment}`,
    controller,
    algorithm,
    publicKeyMultibase,
    created: new Date().toISOString(),
  }
}

/**
 * Throws unless a key can be called what the options say.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function refuseBadName({ controller, fragment }: GenerateKeyOptions = {}): void {
  if (controller === undefined && fragment !== undefined) {
    throw new ProofsError('ERR_INVALID_OPTION', 'A did:key cannot have a fragment of your choice', {
      advice: 'Give a controller too, or leave out the fragment',
    })
  }
  if (controller !== undefined && !isController(controller)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The controller of a key must be a DID or an https URL', {
      advice: 'Give it without a fragment, for instance did:web:registrar.example',
    })
  }
  if (fragment !== undefined && !urlFragment.test(fragment)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The fragment of a key must be a URL fragment', {
      advice: 'Use letters, digits and hyphens, for instance key-1',
    })
  }
}

/** The error of a store that is asked for a key it does not have. */
export function keyNotFound(verificationMethod: string): ProofsError<'ERR_KEY_NOT_FOUND'> {
  return new ProofsError('ERR_KEY_NOT_FOUND', `The key store has no key ${verificationMethod}`, {
    advice: 'list() names the keys it has',
  })
}

/** The error of a store that is to hold a second key of one name. */
export function keyExists(verificationMethod: string): ProofsError<'ERR_KEY_EXISTS'> {
  return new ProofsError('ERR_KEY_EXISTS', `The key store already has a key ${verificationMethod}`, {
    advice: 'Choose another fragment',
  })
}

/**
 * Throws when a store has a key already, under whatever name, in use or not: a key that is revoked under one name must not
 * sign under another.
 * @throws {ProofsError} `ERR_KEY_EXISTS`, which says what it is called
 */
export function refuseTwin(
  { publicKeyMultibase }: Pick<StoredKey, 'publicKeyMultibase'>,
  others: readonly Pick<StoredKey, 'publicKeyMultibase' | 'verificationMethod'>[],
): void {
  const twin = others.find((other) => other.publicKeyMultibase === publicKeyMultibase)
  if (twin === undefined) return
  throw new ProofsError('ERR_KEY_EXISTS', `The key store has this key already, as ${twin.verificationMethod}`, {
    advice: 'Use it under that name, or generate another key',
  })
}

/**
 * Returns the options with a fragment: for a key of a controller, unless they name one, `key-1` or the next number that
 * none of the store's keys has. Keys of https issuers are not named by their Multikey, since such a key would be its own
 * word for itself.
 */
export function withFreeFragment(
  options: GenerateKeyOptions,
  keys: readonly Pick<StoredKey, 'verificationMethod'>[],
): GenerateKeyOptions {
  const { controller, fragment } = options
  if (controller === undefined || fragment !== undefined) return options
  const numbers = keys
    .filter((key) => key.verificationMethod.startsWith(`${controller}#`))
    .map((key) => Number(/#key-([1-9]\d{0,14})$/.exec(key.verificationMethod)?.[1] ?? 0))
  return { ...options, fragment: `key-${Math.max(0, ...numbers) + 1}` }
}

/**
 * Returns what the successor of a key is generated with.
 * @throws {ProofsError} `ERR_KEY_RETIRED`, `ERR_KEY_REVOKED`, `ERR_INVALID_OPTION`
 */
export function successorOptions(key: StoredKey, options: RotateKeyOptions = {}): GenerateKeyOptions {
  refuseOutOfUse(key)
  if (/^did:(key|jwk):/.test(key.controller)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'A did:key or did:jwk is one key for ever and cannot be rotated', {
      advice: 'Generate a key with a controller, for instance a did:web, and issue as that from now on',
    })
  }
  const { fragment, algorithm = key.algorithm } = options
  return { controller: key.controller, algorithm, fragment }
}

/**
 * Throws unless a key is in use.
 * @throws {ProofsError} `ERR_KEY_RETIRED`, `ERR_KEY_REVOKED`
 */
export function refuseOutOfUse({
  verificationMethod,
  retired,
  revoked,
}: Pick<StoredKey, 'verificationMethod' | 'retired' | 'revoked'>): void {
  if (revoked !== undefined) {
    throw new ProofsError('ERR_KEY_REVOKED', `The key ${verificationMethod} is revoked since ${revoked}`, {
      advice: 'Generate another key, and issue again what this one signed',
    })
  }
  if (retired !== undefined) {
    throw new ProofsError('ERR_KEY_RETIRED', `The key ${verificationMethod} is retired since ${retired}`, {
      advice: 'Sign with the key that took its place; list() names it',
    })
  }
}

/** Returns a key that another one takes the place of. */
export function retiredKey(key: StoredKey): StoredKey {
  return { ...key, retired: new Date().toISOString() }
}

/**
 * Returns a key as revoked; one that is already, as it is.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function revokedKey(key: StoredKey, { at = new Date() }: RevokeKeyOptions = {}): StoredKey {
  if (!(at instanceof Date) || !(at.getTime() <= Date.now())) {
    throw new ProofsError('ERR_INVALID_OPTION', 'A key is revoked at a time that has come', {
      advice: 'Give a Date that is not in the future, or leave "at" out',
    })
  }
  return key.revoked === undefined ? { ...key, revoked: at.toISOString() } : key
}
