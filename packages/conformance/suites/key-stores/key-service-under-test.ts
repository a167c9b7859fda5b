import type { KeyServiceKey, KeyServiceOptions, KeyServiceStore } from '@testamur/proofs/key-stores/vault-transit'
import type { SignatureAlgorithm } from '@testamur/proofs/keys'

/** What a key service can do wrong, each in its own words. */
export type Trouble =
  /** A request that goes well, before one that does not. */
  | 'none'
  | 'throttled'
  | 'server-error'
  | 'silence'
  | 'unreadable'
  | 'no-signature'
  | 'denied'
  | 'disabled'
  | 'absent'
  | 'talkative'

/** How a service names a key. */
export type Locator<Key extends KeyServiceKey> = Omit<Key, keyof KeyServiceKey>

/** A double of a key service, and stores over the real client of it. */
export interface KeyServiceSession<Key extends KeyServiceKey> {
  addKey(algorithm: SignatureAlgorithm): Locator<Key>
  /** Puts another key of the same algorithm behind the name. */
  replaceKey(locator: Locator<Key>): void
  store(keys: readonly Key[], options?: KeyServiceOptions): KeyServiceStore<Key>
  /** Makes the next requests go wrong, or all of them. */
  trouble(kind: Trouble, times: number): void
  /** Requests so far, without those that the client makes on its own account. */
  requestCount(): number
  /** Ends the trouble. */
  recover(): void
  /** Stops the server, and leaves the client. */
  stop(): Promise<void> | void
  close(): Promise<void> | void
}

/** What the suite must know about a service. */
export interface KeyServiceUnderTest<Key extends KeyServiceKey> {
  readonly start: () => Promise<KeyServiceSession<Key>>
  readonly algorithms: readonly SignatureAlgorithm[]
  /** Secrets that the client is made with; the double repeats what it gets of them when it is talkative. */
  readonly canaries: readonly string[]
}
