import { ProofsError } from '../../errors.js'
import type { SignatureAlgorithm } from '../../keys/interface.js'
import type { GenerateKeyOptions, StoredKey } from '../interface.js'
import {
  keyExists,
  keyNotFound,
  newStoredKey,
  retiredKey,
  revokedKey,
  successorOptions,
  withFreeFragment,
} from '../stored-key.js'
import type { KeyLocator, KeyService, KeyServiceKey, KeyServiceOptions, KeyServiceStore } from './interface.js'
import { checkRetryOptions, withRetry } from './retry.js'
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
    const locator = await newKey(service, { algorithm, old, options })
    const unnamed = { ...locator, verificationMethod: 'a new key' } as KeyLocator<Key> & KeyServiceKey as Key
    return change(newStoredKey(await new ServiceKey(unnamed, service, options).publicKey(), named), locator)
  }
  const inTurn = oneAfterTheOther()
  const list = async (): Promise<readonly StoredKey[]> => {
    const listed: StoredKey[] = []
    // One by one: a service that counts requests would refuse many at once.
    for (const key of keys.values()) listed.push(await key.stored())
    return listed.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
  }

  return {
    list,
    getSigner: async (verificationMethod) => find(verificationMethod).signer(),
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
    if (!/^(did:[a-z0-9]+:|https:\/\/)[^\s#]+#[^\s#]+$/.test(verificationMethod)) {
      throw new ProofsError(
        'ERR_INVALID_OPTION',
        'An entry of `keys` has no URL with a fragment as verificationMethod',
        {
          advice: 'Give it as proofs will name the key, for instance did:web:registrar.example#key-1',
        },
      )
    }
    if (keys.has(verificationMethod)) throw keyExists(verificationMethod)
    keys.set(verificationMethod, keyOf(entry))
  }
  return keys
}

/** Makes a key or, of an old one, a new version. Never twice: nobody knows what became of a call that failed. */
async function newKey<Key extends KeyServiceKey>(
  service: KeyService<Key>,
  {
    algorithm,
    old,
    options,
  }: {
    readonly algorithm: SignatureAlgorithm
    readonly old: Key | undefined
    readonly options: KeyServiceOptions
  },
): Promise<KeyLocator<Key>> {
  const { name, faultOf } = service
  const locator = await withRetry(
    async (signal) =>
      old !== undefined && service.newVersion
        ? service.newVersion(old, { algorithm, signal })
        : service.generate(algorithm, signal),
    {
      ...options,
      retries: 0,
      service: name,
      faultOf,
      doing: `making a key for ${algorithm}`,
      unavailableAdvice: 'See whether the service has made a key before you try again',
    },
  )
  if (locator !== undefined) return locator
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `${name} makes no keys for ${algorithm}`, {
    advice: 'Ask for another algorithm; ES256 is known everywhere',
  })
}

/** Returns what lets changes wait for each other, so that no name is given twice and no key has two successors. */
function oneAfterTheOther(): <Result>(change: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (change) => {
    const result = last.then(change)
    last = result.catch(() => {})
    return result
  }
}
