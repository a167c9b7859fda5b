import type { PrivateJwk, PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'

/** What {@link KeyStore.generate} makes. */
export interface GenerateKeyOptions {
  /** DID or https URL that will control the key. Default: a did:key made from the key itself. */
  readonly controller?: string | undefined
  /** Fragment of the verification method when `controller` is given. Default: the key's own Multikey. */
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
}

/**
 * Custody of private keys. `getSigner` is all that issuing needs; the other members are there when the back end can.
 */
export interface KeyStore {
  /**
   * Returns the signer for a key.
   * @throws {TestamurError} `ERR_KEY_NOT_FOUND` when the store has no such key.
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
}

/** What {@link LocalKeyStore.importJwk} calls the key. */
export type ImportKeyOptions = Pick<GenerateKeyOptions, 'controller' | 'fragment'>

/** A store that makes and holds its keys itself. */
export interface LocalKeyStore extends Required<KeyStore> {
  /**
   * Takes a key that was made elsewhere and returns its public part.
   * @throws {TestamurError} `ERR_INVALID_KEY` when the JWK is no private key of Ed25519, P-256, P-384 or RSA;
   * `ERR_KEY_EXISTS` when the store has one of that name.
   */
  importJwk(jwk: PrivateJwk, options?: ImportKeyOptions): Promise<StoredKey>
}
