import { ProofsError } from '../../errors.js'
import type { GenerateKeyOptions, KeyStore, StoredKey } from '../interface.js'
import { keyExists, newStoredKey, refuseBadName, withFreeFragment } from '../stored-key.js'
import type { Pkcs11 } from './cryptoki.js'
import { tokenAlgorithm } from './elliptic-keys.js'
import { knownKeys, type Pkcs11Key, refuseForeign } from './known-keys.js'
import { makeKey } from './make-key.js'
import { token as tokenOf } from './token.js'
import { signWith } from './token-keys.js'

/** What a PKCS#11 key store is made from. */
export interface Pkcs11KeyStoreOptions {
  /**
   * Path of the shared library that came with the token, for instance `/usr/lib/softhsm/libsofthsm2.so`; pkcs11js loads
   * it when it is first needed, from beside this package or beside the program that runs. Or a loaded one: an instance of `PKCS11` of pkcs11js.
   */
  readonly module: string | Pkcs11
  /** The user PIN. A function is called whenever the token wants a login. One that is refused is never tried again. */
  readonly pin: string | (() => string | Promise<string>)
  /** Label of the token. Default: the only one there is. */
  readonly tokenLabel?: string | undefined
  /** Keys whose labels are not their verification methods, and what is to be known of others. Default: none. */
  readonly keys?: readonly Pkcs11Key[] | undefined
  /** Most sessions that work at once; one more keeps the login. Default 4. */
  readonly maxSessions?: number | undefined
  /** How often something is tried again when session or token were lost, with growing delays from 250 ms. Default 3. */
  readonly retries?: number | undefined
  /** Longest message that the token signs by EdDSA, in bytes. Default: none is known. */
  readonly maxMessageBytes?: number | undefined
}

/** Keys on a PKCS#11 token. */
export interface Pkcs11KeyStore extends Required<Pick<KeyStore, 'getSigner' | 'generate' | 'list' | 'exportPublic'>> {
  /** Closes the sessions, those in use when they are done. The module stays loaded, since others may use it. */
  close(): void
}

/** How many numbers are tried for a new key: more than there may be processes that make one at once. */
const maxNumbers = 100

/** The store; see `pkcs11KeyStore`. */
export function pkcs11Store(options: Pkcs11KeyStoreOptions): Pkcs11KeyStore {
  const { module, pin, tokenLabel, maxMessageBytes } = options
  const maxSessions = wholeNumber('maxSessions', options.maxSessions ?? 4, 1)
  const retries = wholeNumber('retries', options.retries ?? 3, 0)
  const keys = knownKeys(options.keys ?? [])
  const token = tokenOf({ module, tokenLabel, pin, maxSessions, retries })

  /** Makes a key of the controller with the next number, and with a higher one when somebody takes that in between. */
  const generateNumbered = async (how: GenerateKeyOptions): Promise<StoredKey> => {
    const found = await token.withSession(async (session) => keys.taken(session))
    const taken = found.map((verificationMethod) => ({ verificationMethod }))
    for (let attempts = 1; ; attempts += 1) {
      const named = withFreeFragment(how, taken)
      try {
        return await generateNamed(named)
      } catch (error) {
        const isTaken = ProofsError.isInstance(error) && error.code === 'ERR_KEY_EXISTS'
        if (!isTaken || attempts >= maxNumbers) throw error
        taken.push({ verificationMethod: `${named.controller}#${named.fragment}` })
      }
    }
  }
  const generateNamed = async (how: GenerateKeyOptions): Promise<StoredKey> => {
    const { controller, fragment, algorithm = 'EdDSA' } = how
    const tokenKeys = tokenAlgorithm(algorithm)
    const name = controller === undefined ? undefined : `${controller}#${fragment}`
    if (name !== undefined && keys.isListed(name)) throw keyExists(name)
    return token.withSession(
      (session) => makeKey(session, { tokenKeys, name, stored: (publicKey) => newStoredKey(publicKey, how) }),
      { isWriting: true },
    )
  }

  return {
    async getSigner(verificationMethod) {
      keys.refuseOutOfUse(verificationMethod)
      const publicKey = await token.withSession((session) => keys.usable(session, verificationMethod))
      const { algorithm } = publicKey
      return {
        verificationMethod,
        algorithm,
        maxMessageBytes: algorithm === 'EdDSA' ? maxMessageBytes : undefined,
        async sign(data) {
          const signature = await token.withSession(async (session) => {
            const key = session.privateKeys.get(verificationMethod) ?? keys.find(session, verificationMethod)
            session.privateKeys.set(verificationMethod, key)
            return signWith(session, key, data)
          })
          await refuseForeign(signature, { data, publicKey, verificationMethod })
          return signature
        },
      }
    },
    async generate(how = {}) {
      refuseBadName(how)
      const isNumbered = how.controller !== undefined && how.fragment === undefined
      return isNumbered ? generateNumbered(how) : generateNamed(how)
    },
    list: () => token.withSession((session) => keys.list(session)),
    exportPublic: (verificationMethod) => token.withSession((session) => keys.stored(session, verificationMethod)),
    close: () => token.close(),
  }
}

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw new ProofsError('ERR_INVALID_OPTION', `${name} must be a whole number from ${least} on`)
}
