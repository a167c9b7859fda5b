import { ProofsError } from '../../errors.js'
import type { PublicKey, SignatureAlgorithm, Signer } from '../../keys/interface.js'
import { publicKeyFromMultikey } from '../../keys/multikey.js'
import { verifySignature } from '../../keys/signature.js'
import type { StoredKey } from '../interface.js'
import { refuseOutOfUse } from '../stored-key.js'
import { pinnedMultikey } from './check-entries.js'
import { keyServiceError, malformedAnswer } from './fault.js'
import type { Fault, KeyService, KeyServiceKey, KeyServiceOptions } from './interface.js'
import { withRetry } from './retry.js'

/** One key of a key service: its entry, and what the service was asked about it, each once. */
export class ServiceKey<Key extends KeyServiceKey> {
  readonly entry: Key
  readonly #service: KeyService<Key>
  readonly #options: KeyServiceOptions
  #publicKey: Promise<PublicKey> | undefined
  #created: Promise<string> | undefined

  constructor(entry: Key, service: KeyService<Key>, options: KeyServiceOptions) {
    this.entry = entry
    this.#service = service
    this.#options = options
    const pinned = pinnedPublicKey(entry)
    if (pinned !== undefined) this.#publicKey = Promise.resolve(pinned)
    if (entry.created !== undefined) this.#created = Promise.resolve(entry.created)
  }

  /** Returns the public key; calls at the same moment make one request, and a failure is not remembered. */
  publicKey(): Promise<PublicKey> {
    this.#publicKey ??= this.#fetchPublicKey().catch((error: unknown) => {
      this.#publicKey = undefined
      throw error
    })
    return this.#publicKey
  }

  /** Returns the key as the store lists it. */
  async stored(): Promise<StoredKey> {
    const { verificationMethod, retired, revoked } = this.entry
    return {
      verificationMethod,
      controller: verificationMethod.slice(0, verificationMethod.indexOf('#')),
      ...(await this.publicKey()),
      created: await this.#whenCreated(),
      ...(retired === undefined ? {} : { retired }),
      ...(revoked === undefined ? {} : { revoked }),
    }
  }

  /** Returns the entry with what the service said of the key. */
  async pinned(): Promise<Key> {
    const { publicKeyMultibase, created } = await this.stored()
    return { ...this.entry, publicKeyMultibase, created }
  }

  /** Returns the signer, unless the key is out of use. */
  async signer(): Promise<Signer> {
    refuseOutOfUse(this.entry)
    const publicKey = await this.publicKey()
    const { algorithm } = publicKey
    return {
      verificationMethod: this.entry.verificationMethod,
      algorithm,
      maxMessageBytes: this.#service.maxMessageBytes?.(algorithm),
      sign: (data) => this.#sign(data, publicKey),
    }
  }

  async #sign(data: Uint8Array, publicKey: PublicKey): Promise<Uint8Array> {
    const { entry: key } = this
    const { algorithm } = publicKey
    refuseTooLong(data, { key, algorithm, service: this.#service })
    const doing = `signing as ${key.verificationMethod}`
    const signature = await this.#call(doing, (signal) => this.#service.sign(data, { key, algorithm, signal }))
    if (signature === undefined) throw this.#error(malformedAnswer('a signature'), doing)
    const isTrusted = this.#options.skipSignatureCheck || (await verifySignature(data, { signature, publicKey }))
    if (!isTrusted) throw this.#error(strangeSignature, doing)
    return signature
  }

  async #fetchPublicKey(): Promise<PublicKey> {
    const doing = `fetching the public key of ${this.entry.verificationMethod}`
    const { algorithm, publicKey } = await this.#call(doing, (signal) => this.#service.publicKey(this.entry, signal))
    if (algorithm === undefined) {
      throw new ProofsError('ERR_ALGORITHM_UNSUPPORTED', `The key in ${this.#service.name} cannot be used (${doing})`, {
        advice:
          'Use a signing key of Ed25519, P-256, P-384, or RSA with PKCS #1 and SHA-256, as far as the service has them',
      })
    }
    if (publicKey?.algorithm === algorithm) return publicKey
    throw this.#error(malformedAnswer(`a public key for ${algorithm}`), doing)
  }

  #whenCreated(): Promise<string> {
    const doing = `asking when the key of ${this.entry.verificationMethod} was made`
    const fetch = async (): Promise<string> => {
      const created = await this.#call(doing, (signal) => this.#service.created(this.entry, signal))
      if (created !== undefined) return created
      throw this.#error(malformedAnswer('a time'), doing)
    }
    this.#created ??= fetch().catch((error: unknown) => {
      this.#created = undefined
      throw error
    })
    return this.#created
  }

  #call<Result>(doing: string, attempt: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const { name, faultOf } = this.#service
    return withRetry(attempt, { ...this.#options, service: name, faultOf, doing })
  }

  #error(fault: Fault, doing: string): ProofsError {
    return keyServiceError(fault, { service: this.#service.name, doing })
  }
}

const strangeSignature: Fault = {
  code: 'ERR_KEY_SERVICE_RESPONSE',
  detail: 'returned a signature that the public key does not confirm',
  advice: 'See whether the name or version in the service has come to mean another key; nothing has been signed',
}

/** The public key that an entry names itself. */
function pinnedPublicKey(entry: KeyServiceKey): PublicKey | undefined {
  const multikey = pinnedMultikey(entry)
  if (multikey === undefined) return undefined
  const publicKey = publicKeyFromMultikey(multikey)
  if (publicKey !== undefined) return publicKey
  throw new ProofsError(
    'ERR_INVALID_KEY',
    `The entry of ${entry.verificationMethod} has no public key in Multikey form`,
    {
      advice: 'Give publicKeyMultibase as pinnedKeys() returns it, or leave it out',
    },
  )
}

function refuseTooLong<Key extends KeyServiceKey>(
  data: Uint8Array,
  { key, algorithm, service }: { key: Key; algorithm: SignatureAlgorithm; service: KeyService<Key> },
): void {
  const maxMessageBytes = service.maxMessageBytes?.(algorithm)
  if (maxMessageBytes === undefined || data.length <= maxMessageBytes) return
  const {
    tooLongAdvice = 'Use a key for ES256, which signs a hash, or a Data Integrity proof, which is 64 bytes to sign',
  } = service
  throw new ProofsError(
    'ERR_MESSAGE_TOO_LONG',
    `${key.verificationMethod} signs at most ${maxMessageBytes} bytes, and ${data.length} are to be signed`,
    { advice: tooLongAdvice },
  )
}
