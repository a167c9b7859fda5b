import type { PrivateJwk, PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'

/** What {@link KeyStore.generate} makes. */
export interface GenerateKeyOptions {
  /** DID or https URL that will control the key. Default: a did:key made from the key itself. */
  readonly controller?: string | undefined
  /**
   * Fragment of the verification method when `controller` is given. Default, in Testamur's own stores: `key-1`, or the
   * next number that is free.
   */
  readonly fragment?: string | undefined
  /** Default `EdDSA` (Ed25519). `ES256` is P-256, `ES384` P-384, `RS256` RSA of 3072 bits where Testamur makes it. */
  readonly algorithm?: SignatureAlgorithm | undefined
}

/** A key as its store lists it; never its private part. */
export interface StoredKey extends PublicKey {
  /** URL of the public key; what {@link KeyStore.getSigner} is asked for. */
  readonly verificationMethod: string
  /** DID or https URL that controls the key. */
  readonly controller: string
  /** When the key was made (RFC 3339). */
  readonly created: string
  /** When another key took its place (RFC 3339); absent before. It signs no more, and what it signed stays good. */
  readonly retired?: string | undefined
  /** When it was revoked (RFC 3339); absent before. It signs no more, and nothing that it ever signed is good. */
  readonly revoked?: string | undefined
}

/** How {@link KeyStore.rotate} makes the key that takes another one's place. */
export type RotateKeyOptions = Pick<GenerateKeyOptions, 'fragment' | 'algorithm'>

/** What {@link KeyStore.rotate} did. */
export interface RotatedKey {
  /** The key that signs no more; publish it as before, so that its records stay good. */
  readonly retired: StoredKey
  /** The key that took its place; publish it before it signs. */
  readonly current: StoredKey
}

/** When {@link KeyStore.revoke} says that a key ended. */
export interface RevokeKeyOptions {
  /** Not in the future. Default: now. Only told to readers: whatever the key signed is refused, before or after. */
  readonly at?: Date | undefined
}

/**
 * Custody of private keys. `getSigner` is all that issuing needs; the other members are there when the back end can.
 */
export interface KeyStore {
  /**
   * Returns the signer for a key. It goes on signing when the key is retired or revoked afterwards, so do not keep it for
   * longer than a run.
   * @throws {TestamurError} `ERR_KEY_NOT_FOUND` when the store has no such key; `ERR_KEY_RETIRED`, `ERR_KEY_REVOKED`
   * when it is out of use.
   */
  getSigner(verificationMethod: string): Promise<Signer>
  /** Makes a key inside the store and returns its public part. */
  generate?(options?: GenerateKeyOptions): Promise<StoredKey>
  /**
   * Returns the public parts of all keys, oldest first. A store that keeps them in clear, as encrypted files do, reads
   * them without the passphrase, and cannot tell whether somebody with write access changed them.
   */
  list?(): Promise<readonly StoredKey[]>
  /**
   * Returns the public part of one key, with the same reservation as {@link KeyStore.list}.
   * @throws {TestamurError} `ERR_KEY_NOT_FOUND` when there is none.
   */
  exportPublic?(verificationMethod: string): Promise<StoredKey>
  /**
   * Makes a key of the same controller, by default for the same algorithm, and retires the old one. Publish both.
   * @throws {TestamurError} `ERR_KEY_NOT_FOUND`; `ERR_KEY_RETIRED`, `ERR_KEY_REVOKED` when it is out of use already;
   * `ERR_INVALID_OPTION` for a did:key or did:jwk, which is one key for ever; `ERR_KEY_EXISTS` when the fragment is taken.
   */
  rotate?(verificationMethod: string, options?: RotateKeyOptions): Promise<RotatedKey>
  /**
   * Ends a key that somebody else may hold: it signs no more, and once that is published nothing that it ever signed is
   * good. Of a key that is revoked already, the first time stays.
   * @throws {TestamurError} `ERR_KEY_NOT_FOUND`; `ERR_INVALID_OPTION` when `at` is no time, or in the future.
   */
  revoke?(verificationMethod: string, options?: RevokeKeyOptions): Promise<StoredKey>
}

/** What {@link LocalKeyStore.importJwk} calls the key. */
export type ImportKeyOptions = Pick<GenerateKeyOptions, 'controller' | 'fragment'>

/** A store that makes and holds its keys itself. */
export interface LocalKeyStore extends Required<KeyStore> {
  /**
   * Takes a key that was made elsewhere and returns its public part.
   * @throws {TestamurError} `ERR_INVALID_KEY` when the JWK is no private key of Ed25519, P-256, P-384 or RSA;
   * `ERR_KEY_EXISTS` when the store has one of that name, or this very key under another, be it out of use.
   */
  importJwk(jwk: PrivateJwk, options?: ImportKeyOptions): Promise<StoredKey>
}
