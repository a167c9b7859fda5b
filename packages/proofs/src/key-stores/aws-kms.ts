import { type AwsKmsKey, awsKmsService } from './aws-kms/aws-kms-service.js'
import type { AwsKmsClient, AwsKmsCommands } from './aws-kms/client.js'
import type { KeyServiceOptions, KeyServiceStore } from './key-service/interface.js'
import { keyServiceStore } from './key-service/key-service-store.js'

export type { AwsKmsKey } from './aws-kms/aws-kms-service.js'
export type { AwsKeySpec, AwsKmsClient, AwsKmsCommands, AwsSigningAlgorithm } from './aws-kms/client.js'
export type { KeyServiceKey, KeyServiceOptions, KeyServiceStore, RetryOptions } from './key-service/interface.js'

/** What {@link awsKmsKeyStore} is made from. */
export interface AwsKmsKeyStoreOptions extends KeyServiceOptions {
  /** A `KMSClient` of `@aws-sdk/client-kms`, with its credentials and region. */
  readonly client: AwsKmsClient
  /** The command classes of the same package; the package itself has them: `import * as kms from '@aws-sdk/client-kms'`. */
  readonly commands: AwsKmsCommands
  /** The keys that the store is to know. */
  readonly keys: readonly AwsKmsKey[]
}

/**
 * Returns a key store over AWS KMS, for keys of the specs `ECC_NIST_EDWARDS25519` (EdDSA), `ECC_NIST_P256` (ES256),
 * `ECC_NIST_P384` (ES384) and `RSA_2048` to `RSA_4096` (RS256) with the usage `SIGN_VERIFY`.
 *
 * KMS signs EdDSA messages of at most 4,096 bytes: enough for Data Integrity proofs, not for a record as token, for which
 * an ES256 key is the right one. Of the other algorithms only the hash is sent. Credentials need `kms:Sign`; without
 * `publicKeyMultibase` also `kms:GetPublicKey`; without `created`, for all members but `getSigner` and `generate`,
 * `kms:DescribeKey`; for `generate` and `rotate`, `kms:CreateKey` and, in any case, `kms:GetPublicKey`. The client repeats
 * failed calls too: give it `maxAttempts: 1`.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant; from
 * its members, besides what {@link KeyServiceStore} says: `ERR_KEY_SERVICE_UNAVAILABLE`, `ERR_KEY_SERVICE_DENIED` (also for a
 * disabled key), `ERR_KEY_SERVICE_RESPONSE`, `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`.
 * @example
 * ```ts
 * import { type AwsKmsClient, type AwsKmsCommands, awsKmsKeyStore } from '@testamur/proofs/key-stores/aws-kms'
 *
 * declare const client: AwsKmsClient // new kms.KMSClient({ maxAttempts: 1 })
 * declare const commands: AwsKmsCommands // import * as kms from '@aws-sdk/client-kms'
 *
 * const verificationMethod = 'did:web:registrar.example#key-1'
 * const keyId = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
 * const keys = awsKmsKeyStore({ client, commands, keys: [{ verificationMethod, keyId }] })
 * export const signer = await keys.getSigner(verificationMethod)
 * ```
 */
export function awsKmsKeyStore(options: AwsKmsKeyStoreOptions): KeyServiceStore<AwsKmsKey> {
  const { client, commands, ...rest } = options
  return keyServiceStore(awsKmsService(client, commands), rest)
}
