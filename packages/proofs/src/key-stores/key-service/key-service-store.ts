import type { GenerateKeyOptions, StoredKey } from '../interface.js'
import { semaphore } from '../semaphore.js'
import {
  keyExists,
  keyNotFound,
  newStoredKey,
  refuseOutOfUse,
  retiredKey,
  revokedKey,
  successorOptions,
  withFreeFragment,
} from '../stored-key.js'
import { checkEntries, pinnedMultikey } from './check-entries.js'
import type { KeyLocator, KeyService, KeyServiceKey, KeyServiceOptions, KeyServiceStore } from './interface.js'
import { makeKey } from './make-key.js'
import { checkRetryOptions } from './retry.js'
import { ServiceKey } from './service-key.js'

/** What {@link keyServiceStore} is made from. */
export interface KeyServiceStoreOptions<Key extends KeyServiceKey> extends KeyServiceOptions {
  readonly keys: readonly Key[]
}

/**
 * Returns the key store over a key service.
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant.
 */
export function keyServiceStore<Key extends KeyServiceKey>(
  service: KeyService<Key>,
  { keys: entries, ...options }: KeyServiceStoreOptions<Key>,
): KeyServiceStore<Key> {
  checkRetryOptions(options)
  checkEntries(entries, service)
  const keys = keysByName(entries, (entry) => new ServiceKey(entry, service, options))
  const find = (verificationMethod: string): ServiceKey<Key> => {
    const key = keys.get(verificationMethod)
    if (key === undefined) throw keyNotFound(verificationMethod)
    return key
  }
  const change = (stored: StoredKey, locator: KeyLocator<Key>): StoredKey => {
    const { controller: _controller, algorithm: _algorithm, ...said } = stored
    const entry = { ...locator, ...said } as KeyLocator<Key> & KeyServiceKey as Key
    keys.set(stored.verificationMethod, new ServiceKey(entry, service, options))
    return stored
  }
  const make = async (how: GenerateKeyOptions, old?: Key): Promise<StoredKey> => {
    const { algorithm = service.defaultAlgorithm ?? 'EdDSA' } = how
    const named = withFreeFragment(
      how,
      [...keys.values()].map(({ entry }) => entry),
    )
    // Names that cannot be, or are taken, are refused before there is a key.
    const { verificationMethod } = newStoredKey({ algorithm, publicKeyMultibase: 'z' }, named)
    if (keys.has(verificationMethod)) throw keyExists(verificationMethod)
    const isNamed = how.controller !== undefined
    const request = { algorithm, old, verificationMethod: isNamed ? verificationMethod : undefined, options }
    const { publicKey, locator } = await makeKey(service, request)
    return change(newStoredKey(publicKey, named), locator)
  }
  // Changes wait for each other, so that no name is given twice and no key has two successors.
  const inTurn = semaphore(1)
  const list = async (): Promise<readonly StoredKey[]> => {
    const listed: StoredKey[] = []
    // One by one: a service that counts requests would refuse many at once.
    for (const key of keys.values()) listed.push(await key.stored())
    return listed.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
  }

  return {
    list,
    async getSigner(verificationMethod) {
      const key = find(verificationMethod)
      const signer = await key.signer()
      const { publicKeyMultibase } = await key.publicKey()
      // Only the service may know that two names are one key; out of use under one, it must not sign under the other.
      for (const { entry } of keys.values()) if (pinnedMultikey(entry) === publicKeyMultibase) refuseOutOfUse(entry)
      return signer
    },
    exportPublic: async (verificationMethod) => find(verificationMethod).stored(),
    generate: (how = {}) => inTurn(() => make(how)),
    rotate: (verificationMethod, how) =>
      inTurn(async () => {
        const { entry } = find(verificationMethod)
        const stored = await find(verificationMethod).stored()
        const successor = successorOptions(stored, how)
        const current = await make(successor, successor.algorithm === stored.algorithm ? entry : undefined)
        return { retired: change(retiredKey(stored), entry), current }
      }),
    revoke: (verificationMethod, when) =>
      inTurn(async () => {
        const { entry } = find(verificationMethod)
        return change(revokedKey(await find(verificationMethod).stored(), when), entry)
      }),
    async pinnedKeys() {
      const listed = await list()
      return Promise.all(listed.map(({ verificationMethod }) => find(verificationMethod).pinned()))
    },
  }
}

function keysByName<Key extends KeyServiceKey>(
  entries: readonly Key[],
  keyOf: (entry: Key) => ServiceKey<Key>,
): Map<string, ServiceKey<Key>> {
  const keys = new Map<string, ServiceKey<Key>>()
  for (const entry of entries) {
    const { verificationMethod } = entry
    if (keys.has(verificationMethod)) throw keyExists(verificationMethod)
    keys.set(verificationMethod, keyOf(entry))
  }
  return keys
}
