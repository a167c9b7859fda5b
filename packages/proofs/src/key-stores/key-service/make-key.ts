import { ProofsError } from '../../errors.js'
import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import type { KeyLocator, KeyService, KeyServiceKey, KeyServiceOptions } from './interface.js'
import { withRetry } from './retry.js'
import { ServiceKey } from './service-key.js'

/** What {@link makeKey} makes. */
export interface MakeKeyOptions<Key extends KeyServiceKey> {
  readonly algorithm: SignatureAlgorithm
  /** The key that a new version is made of, where the service has versions. */
  readonly old: Key | undefined
  /** What the new key will be called; undefined when only its public key tells. */
  readonly verificationMethod: string | undefined
  readonly options: KeyServiceOptions
}

/** A key that has been made. */
export interface MadeKey<Key extends KeyServiceKey> {
  readonly publicKey: PublicKey
  readonly locator: KeyLocator<Key>
}

/**
 * Makes a key or, of an old one, a new version, once. A key that cannot be read afterwards is there all the same, so the
 * error names it.
 */
export async function makeKey<Key extends KeyServiceKey>(
  service: KeyService<Key>,
  making: MakeKeyOptions<Key>,
): Promise<MadeKey<Key>> {
  const { verificationMethod = 'a new key', options } = making
  const locator = await newLocator(service, making)
  const call = { ...options, service: service.name, faultOf: service.faultOf, doing: 'waiting for a new key' }
  try {
    await withRetry(async (signal) => service.whenReady?.(locator, signal), call)
    const entry = { ...locator, verificationMethod } as KeyLocator<Key> & KeyServiceKey as Key
    return { publicKey: await new ServiceKey(entry, service, options).publicKey(), locator }
  } catch (error) {
    throw ProofsError.isInstance(error) ? madeAndUnread(error as ProofsError, locator, making) : error
  }
}

async function newLocator<Key extends KeyServiceKey>(
  service: KeyService<Key>,
  { algorithm, old, options }: MakeKeyOptions<Key>,
): Promise<KeyLocator<Key>> {
  const { name: serviceName, faultOf } = service
  const name = `testamur-${crypto.randomUUID()}`
  const isVersion = old !== undefined && service.newVersion !== undefined
  const what = isVersion ? `a new version of the key of ${old.verificationMethod}` : `the key ${name}`
  const locator = await withRetry(
    async (signal) =>
      old !== undefined && service.newVersion
        ? service.newVersion(old, { algorithm, signal })
        : service.generate({ algorithm, name, signal }),
    {
      ...options,
      retries: 0,
      service: serviceName,
      faultOf,
      doing: `making a key for ${algorithm}`,
      uncertainAdvice: `It may have made ${what}: look there before you try again, and name it in \`keys\` or delete it`,
    },
  )
  if (locator !== undefined) return locator
  throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `${serviceName} makes no keys for ${algorithm}`, {
    advice: 'Ask for another algorithm; ES256 is known everywhere',
  })
}

function madeAndUnread<Key extends KeyServiceKey>(
  cause: ProofsError,
  locator: KeyLocator<Key>,
  { old, verificationMethod }: MakeKeyOptions<Key>,
): ProofsError {
  const entry = JSON.stringify({ verificationMethod, ...locator })
  const naming = verificationMethod === undefined ? ' and the verificationMethod that it is to have' : ''
  const retiring = old === undefined ? '' : `, and \`retired\` to the entry of ${old.verificationMethod}`
  return new ProofsError(
    cause.code,
    `A key has been made, ${JSON.stringify(locator)}, but cannot be used yet. ${cause.message}`,
    { advice: `Do not make another: once that is mended, add ${entry}${naming} to \`keys\`${retiring}`, cause },
  )
}
