import { type AzureKeyVaultKey, azureKeyVaultService } from './azure-key-vault/azure-key-vault-service.js'
import type { AzureKeyClient } from './azure-key-vault/client.js'
import type { KeyServiceOptions, KeyServiceStore } from './key-service/interface.js'
import { keyServiceStore } from './key-service/key-service-store.js'

export type { AzureKeyVaultKey } from './azure-key-vault/azure-key-vault-service.js'
export type {
  AzureCryptographyClient,
  AzureKey,
  AzureKeyClient,
  AzureSigningAlgorithm,
} from './azure-key-vault/client.js'
export type { KeyServiceKey, KeyServiceOptions, KeyServiceStore, RetryOptions } from './key-service/interface.js'

/** What {@link azureKeyVaultKeyStore} is made from. */
export interface AzureKeyVaultKeyStoreOptions extends KeyServiceOptions {
  /** A `KeyClient` of `@azure/keyvault-keys`, with its vault and credentials. */
  readonly client: AzureKeyClient
  /** The keys that the store is to know. */
  readonly keys: readonly AzureKeyVaultKey[]
}

/**
 * Returns a key store over Azure Key Vault or Managed HSM, for EC keys on P-256 (ES256) and P-384 (ES384) and RSA keys
 * (RS256), in software or in hardware. There are no Ed25519 keys in a vault, so `generate` makes ES256 unasked.
 *
 * Only the hash of a message is sent, so messages have no limit. Credentials need the permissions `keys/sign` and
 * `keys/get`; to generate and rotate, `keys/create`. The client repeats failed calls too: give it
 * `retryOptions: { maxRetries: 0 }`.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant; from
 * its members, besides what {@link KeyServiceStore} says: `ERR_KEY_SERVICE_UNAVAILABLE`, `ERR_KEY_SERVICE_DENIED` (also for a
 * disabled or expired key), `ERR_KEY_SERVICE_RESPONSE`, `ERR_ALGORITHM_UNSUPPORTED`.
 * @example
 * ```ts
 * import { type AzureKeyClient, azureKeyVaultKeyStore } from '@testamur/proofs/key-stores/azure-key-vault'
 *
 * declare const client: AzureKeyClient // new KeyClient(vaultUrl, new DefaultAzureCredential())
 *
 * const verificationMethod = 'did:web:registrar.example#key-1'
 * const version = '78deebed173b48e48f55abf87ed4cf71'
 * const keys = azureKeyVaultKeyStore({ client, keys: [{ verificationMethod, name: 'registrar', version }] })
 * export const signer = await keys.getSigner(verificationMethod)
 * ```
 */
export function azureKeyVaultKeyStore(options: AzureKeyVaultKeyStoreOptions): KeyServiceStore<AzureKeyVaultKey> {
  const { client, ...rest } = options
  return keyServiceStore(azureKeyVaultService(client), rest)
}
