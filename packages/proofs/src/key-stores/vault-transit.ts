import type { KeyServiceOptions, KeyServiceStore } from './key-service/interface.js'
import { keyServiceStore } from './key-service/key-service-store.js'
import { type VaultConnection, vaultClient } from './vault-transit/vault-client.js'
import { type VaultTransitKey, vaultTransitService } from './vault-transit/vault-transit-service.js'

export type { KeyServiceKey, KeyServiceOptions, KeyServiceStore, RetryOptions } from './key-service/interface.js'
export type { VaultConnection } from './vault-transit/vault-client.js'
export type { VaultTransitKey } from './vault-transit/vault-transit-service.js'

/** What {@link vaultTransitKeyStore} is made from. */
export interface VaultTransitKeyStoreOptions extends KeyServiceOptions, VaultConnection {
  /** The keys that the store is to know. */
  readonly keys: readonly VaultTransitKey[]
}

/**
 * Returns a key store over the transit engine of HashiCorp Vault or OpenBao, for keys of the types `ed25519` (EdDSA),
 * `ecdsa-p256` (ES256), `ecdsa-p384` (ES384) and `rsa-2048` to `rsa-4096` (RS256), not derived. Needs no library.
 *
 * A version of a key is a key of its own here, named by its own verification method: `rotate` makes a new version of the
 * same key, and signatures are always asked of the version in the entry. So the engine may rotate keys by itself
 * (`auto_rotate_period`) without anything changing here; leave `min_encryption_version` where it is. EdDSA messages of more than
 * 24,000,000 bytes are refused, which a server would do anyway; of the other algorithms only the hash is sent. The policy needs `update` on
 * `transit/sign/<name>`; without `publicKeyMultibase` and `created`, `read` on `transit/keys/<name>`; to generate and rotate,
 * `read` in any case, and `update` on `transit/keys/<name>` and `…/rotate`.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant; from
 * its members, besides what {@link KeyServiceStore} says: `ERR_KEY_SERVICE_UNAVAILABLE` (also when sealed),
 * `ERR_KEY_SERVICE_DENIED`, `ERR_KEY_SERVICE_RESPONSE`, `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`.
 * @example
 * ```ts
 * import { vaultTransitKeyStore } from '@testamur/proofs/key-stores/vault-transit'
 *
 * const address = 'https://vault.registrar.example:8200'
 * const token = () => process.env['VAULT_TOKEN'] ?? ''
 * const verificationMethod = 'did:web:registrar.example#key-1'
 * const keys = vaultTransitKeyStore({ address, token, keys: [{ verificationMethod, name: 'registrar' }] })
 * export const signer = () => keys.getSigner(verificationMethod)
 * ```
 */
export function vaultTransitKeyStore(options: VaultTransitKeyStoreOptions): KeyServiceStore<VaultTransitKey> {
  const { address, token, namespace, mount, allowHttp, fetch, ...rest } = options
  // The default is said, so that no version has two entries.
  const keys = rest.keys.map((key) => ({ ...key, version: key.version ?? 1 }))
  const client = vaultClient({ address, token, namespace, mount, allowHttp, fetch })
  return keyServiceStore(vaultTransitService(client), { ...rest, keys })
}
