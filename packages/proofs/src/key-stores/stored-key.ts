import { ProofsError } from '../errors.js'
import type { PublicKey } from '../keys/interface.js'
import type { GenerateKeyOptions, StoredKey } from './interface.js'

/**
 * Returns a new key as its store lists it, named as the options say.
 * @throws {ProofsError} `ERR_INVALID_OPTION`
 */
export function newStoredKey(publicKey: PublicKey, options: GenerateKeyOptions = {}): StoredKey {
  const { algorithm, publicKeyMultibase } = publicKey
  const { controller = `did:key:${publicKeyMultibase}`, fragment = publicKeyMultibase } = options
  if (options.controller === undefined && options.fragment !== undefined) {
    throw new ProofsError('ERR_INVALID_OPTION', 'A did:key cannot have a fragment of your choice', {
      advice: 'Give a controller too, or leave out the fragment',
    })
  }
  if (!/^(did:[a-z0-9]+:|https:\/\/)[^\s#]+$/.test(controller) || !URL.canParse(controller)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The controller of a key must be a DID or an https URL', {
      advice: 'Give it without a fragment, for instance did:web:registrar.example',
    })
  }
  if (!/^([\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})+$/.test(fragment)) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The fragment of a key must be a URL fragment', {
      advice: 'Use letters, digits and hyphens, for instance key-1',
    })
  }
  return {
    verificationMethod: `${controller}#${fragment}`,
    controller,
    algorithm,
    publicKeyMultibase,
    created: new Date().toISOString(),
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
