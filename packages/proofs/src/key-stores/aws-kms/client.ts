/** The algorithms of KMS that are used. Never `ED25519_PH_SHA_512`: that is Ed25519ph, which verifiers refuse. */
export type AwsSigningAlgorithm = 'ED25519_SHA_512' | 'ECDSA_SHA_256' | 'ECDSA_SHA_384' | 'RSASSA_PKCS1_V1_5_SHA_256'

/** The specs of keys that are made. */
export type AwsKeySpec = 'ECC_NIST_EDWARDS25519' | 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'RSA_3072'

/** What a `KMSClient` of `@aws-sdk/client-kms` (version 3) can do, as far as it is needed. */
export interface AwsKmsClient {
  /** Takes one of {@link AwsKmsCommands} and returns what the service answered. */
  send(command: never, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>
}

/** Command classes of `@aws-sdk/client-kms`, as far as they are needed. */
export interface AwsKmsCommands {
  readonly SignCommand: new (input: {
    KeyId: string
    Message: Uint8Array
    MessageType: 'RAW' | 'DIGEST'
    SigningAlgorithm: AwsSigningAlgorithm
  }) => unknown
  readonly GetPublicKeyCommand: new (input: { KeyId: string }) => unknown
  /** For `list` and `exportPublic`, unless the entries of the keys say when they were made. */
  readonly DescribeKeyCommand?: (new (input: { KeyId: string }) => unknown) | undefined
  /** For `generate` and `rotate`. */
  readonly CreateKeyCommand?:
    | (new (input: {
        KeySpec: AwsKeySpec
        KeyUsage: 'SIGN_VERIFY'
        Description: string
      }) => unknown)
    | undefined
}
