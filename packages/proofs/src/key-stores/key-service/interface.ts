import type { PublicKey, SignatureAlgorithm } from '../../keys/interface.js'
import type { KeyStore, StoredKey } from '../interface.js'

/** How long a call of a key service is waited for, and how often it is repeated. */
export interface RetryOptions {
  /**
   * How often a call is repeated that failed for a passing reason: throttled, 5xx, no connection, no answer in time.
   * Pauses double from 0.2 s on, with jitter, to 10 s at most; a `Retry-After` of up to 60 s is honoured, a longer one ends
   * the call. Making a key is never repeated. Default 5, which is some 6 seconds.
   */
  readonly retries?: number | undefined
  /** Longest time for one attempt. Default 10,000. */
  readonly timeoutMs?: number | undefined
  /** Ends all calls, with `ERR_KEY_SERVICE_UNAVAILABLE`. */
  readonly signal?: AbortSignal | undefined
  /** Replaces the waiting between attempts. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined
  /** Replaces `Math.random`, for the jitter. */
  readonly random?: (() => number) | undefined
}

/** Options that all stores over a key service have. */
export interface KeyServiceOptions extends RetryOptions {
  /**
   * Hands out signatures without checking them against the public key. The check finds an alias that was pointed at
   * another key, a wrong key version and a broken answer before a record goes out that nobody can verify. It takes about
   * a tenth of a millisecond, for ES384 two thirds of one: little beside the network. Default false.
   */
  readonly skipSignatureCheck?: boolean | undefined
}

/** What the entry of every key says, besides how the service names it. */
export interface KeyServiceKey extends Pick<StoredKey, 'verificationMethod' | 'retired' | 'revoked'> {
  /**
   * The public key in Multikey form, as it was published. With it, the service is not asked for the key, and a signature
   * of any other key is refused, also after a restart. Default: what the service shows when first asked, kept for the
   * life of the store; of a did:key, the key that it is.
   */
  readonly publicKeyMultibase?: string | undefined
  /** When the key was made (RFC 3339). Default: what the service says when `list` or `exportPublic` wants to know. */
  readonly created?: string | undefined
}

/**
 * A key store over a key service. The private keys never leave the service, and what the store knows of them, it forgets
 * with the process: after `generate`, `rotate` and `revoke`, keep what `pinnedKeys` returns.
 */
export interface KeyServiceStore<Key extends KeyServiceKey> extends Required<KeyStore> {
  /**
   * Returns the entries of all keys with `publicKeyMultibase` and `created` filled in, to be given as `keys` the next
   * time. Then generated keys are known again, retired and revoked ones stay so, and a key that the service swaps is
   * noticed. `revoke` changes nothing in the service: disable or delete the key there too.
   * @throws {ProofsError} `ERR_KEY_SERVICE_UNAVAILABLE`, `ERR_KEY_SERVICE_DENIED`, `ERR_KEY_SERVICE_RESPONSE`,
   * `ERR_KEY_NOT_FOUND`, `ERR_ALGORITHM_UNSUPPORTED`
   */
  pinnedKeys(): Promise<readonly Key[]>
}

/** How a service names a key. */
export type KeyLocator<Key extends KeyServiceKey> = Omit<Key, keyof KeyServiceKey>

/** A public key as a service shows it. */
export interface FoundKey {
  /** What the service's own name for the kind of key means; undefined when nothing here can use it. */
  readonly algorithm: SignatureAlgorithm | undefined
  /** Undefined when the answer holds no such key. */
  readonly publicKey: PublicKey | undefined
}

/** What a signature is asked for. */
export interface SignRequest<Key> {
  readonly key: Key
  readonly algorithm: SignatureAlgorithm
  readonly signal: AbortSignal
}

/** What a new key is asked for. */
export interface NewKeyRequest {
  readonly algorithm: SignatureAlgorithm
  /**
   * What to call the key, or to describe it by where the service names it. No other key has it, and errors tell it: then
   * the key is found when nobody knows whether it has been made.
   */
  readonly name: string
  readonly signal: AbortSignal
}

/**
 * One key service, as {@link keyServiceStore} needs it. Members throw whatever the service's client throws, or a
 * `KeyServiceFault`; retries, time limits, caching and the check of signatures are the store's.
 */
export interface KeyService<Key extends KeyServiceKey> {
  /** What errors call it. */
  readonly name: string
  /** The members of an entry that name the key in the service. */
  readonly locatorMembers: readonly (keyof KeyLocator<Key> & string)[]
  /** Says what an error of the client means; never quotes it. */
  faultOf(error: unknown): Fault
  /** Fetches the public key. */
  publicKey(key: Key, signal: AbortSignal): Promise<FoundKey>
  /** Fetches when the key was made (RFC 3339); undefined when the answer does not say. */
  created(key: Key, signal: AbortSignal): Promise<string | undefined>
  /** Returns the raw signature (r‖s, not DER), or undefined when the answer holds none. */
  sign(data: Uint8Array, request: SignRequest<Key>): Promise<Uint8Array | undefined>
  /** Longest message for an algorithm, in bytes. Absent or undefined: no limit. */
  maxMessageBytes?(algorithm: SignatureAlgorithm): number | undefined
  /** What to do about a message that is too long. Default: a key for ES256, which signs a hash, or another kind of proof. */
  readonly tooLongAdvice?: string | undefined
  /** What `generate` makes unasked. Default `EdDSA`. */
  readonly defaultAlgorithm?: SignatureAlgorithm | undefined
  /**
   * Makes a key and returns how the service names it, or undefined when it makes none for the algorithm. Asked once:
   * nobody knows whether a call that failed has made one. So it does nothing more once there is a key.
   */
  generate(request: NewKeyRequest): Promise<KeyLocator<Key> | undefined>
  /** Makes a new version of a key, for the same algorithm; likewise. Absent where a key has no versions. */
  newVersion?(key: Key, request: Omit<SignRequest<Key>, 'key'>): Promise<KeyLocator<Key>>
  /** Waits until a new key can be used. Absent where it can at once. */
  whenReady?(locator: KeyLocator<Key>, signal: AbortSignal): Promise<void>
}

/** What went wrong in a call of a key service. */
export interface Fault {
  readonly code:
    | 'ERR_KEY_SERVICE_UNAVAILABLE'
    | 'ERR_KEY_SERVICE_DENIED'
    | 'ERR_KEY_SERVICE_RESPONSE'
    | 'ERR_KEY_NOT_FOUND'
  /** What the service did, to stand behind its name: `answered with status 503`. Nothing that it said freely. */
  readonly detail: string
  /** What the caller can do about it. Default: by the code. */
  readonly advice?: string | undefined
  /** True when the same call may succeed in a moment. */
  readonly isTransient?: boolean | undefined
  /** How long the service asks to be left alone. */
  readonly retryAfterMs?: number | undefined
}
