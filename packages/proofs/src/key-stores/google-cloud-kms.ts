import type { GoogleCloudKmsClient } from './google-cloud-kms/client.js'
import { type GoogleCloudKmsKey, googleCloudKmsService } from './google-cloud-kms/google-cloud-kms-service.js'
import type { KeyServiceOptions, KeyServiceStore } from './key-service/interface.js'
import { keyServiceStore } from './key-service/key-service-store.js'

export type {
  GoogleCallOptions,
  GoogleCloudKmsClient,
  GoogleInt64Value,
  GoogleKeyAlgorithm,
  GoogleKeyVersion,
  GooglePublicKey,
  GoogleSignature,
  GoogleSignRequest,
} from './google-cloud-kms/client.js'
export type { GoogleCloudKmsKey } from './google-cloud-kms/google-cloud-kms-service.js'
export type { KeyServiceKey, KeyServiceOptions, KeyServiceStore, RetryOptions } from './key-service/interface.js'

/** What {@link googleCloudKmsKeyStore} is made from. */
export interface GoogleCloudKmsKeyStoreOptions extends KeyServiceOptions {
  /** A `KeyManagementServiceClient` of `@google-cloud/kms`, with its credentials. */
  readonly client: GoogleCloudKmsClient
  /** The keys that the store is to know. */
  readonly keys: readonly GoogleCloudKmsKey[]
  /** Resource name of the key ring in which `generate` makes keys: `projects/…/locations/…/keyRings/…`. */
  readonly keyRing?: string | undefined
}

/**
 * Returns a key store over Google Cloud KMS, for key versions of the algorithms `EC_SIGN_ED25519` (EdDSA),
 * `EC_SIGN_P256_SHA256` (ES256), `EC_SIGN_P384_SHA384` (ES384) and `RSA_SIGN_PKCS1_2048_SHA256` to
 * `RSA_SIGN_PKCS1_4096_SHA256` (RS256).
 *
 * EdDSA messages of more than 64 KiB are refused: the API states that limit for what it encrypts, and none for what it
 * signs. Of the other algorithms only the hash is sent. Checksums (CRC-32C) of questions and answers are checked both
 * ways; what does not fit is asked again. Credentials need `cloudkms.cryptoKeyVersions.useToSign`; without
 * `publicKeyMultibase` also `…viewPublicKey`; without `created`, for all members but `getSigner`, `…get`; to generate and
 * rotate, both in any case, and `…create` of keys and versions.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_INVALID_KEY`, `ERR_KEY_EXISTS` for options that cannot be meant; from
 * its members, besides what {@link KeyServiceStore} says: `ERR_KEY_SERVICE_UNAVAILABLE`, `ERR_KEY_SERVICE_DENIED` (also for a
 * disabled version), `ERR_KEY_SERVICE_RESPONSE`, `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`.
 * @example
 * ```ts
 * import { type GoogleCloudKmsClient, googleCloudKmsKeyStore } from '@testamur/proofs/key-stores/google-cloud-kms'
 *
 * declare const client: GoogleCloudKmsClient // new KeyManagementServiceClient()
 *
 * const verificationMethod = 'did:web:registrar.example#key-1'
 * const keyVersion = 'projects/p/locations/us-east1/keyRings/r/cryptoKeys/registrar/cryptoKeyVersions/1'
 * const keys = googleCloudKmsKeyStore({ client, keys: [{ verificationMethod, keyVersion }] })
 * export const signer = await keys.getSigner(verificationMethod)
 * ```
 */
export function googleCloudKmsKeyStore(options: GoogleCloudKmsKeyStoreOptions): KeyServiceStore<GoogleCloudKmsKey> {
  const { client, keyRing, ...rest } = options
  return keyServiceStore(googleCloudKmsService(client, keyRing), rest)
}
