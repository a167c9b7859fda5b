/** A number in an envelope, as the client has `google.protobuf.Int64Value`. */
export interface GoogleInt64Value {
  readonly value?: unknown
}

/** A public key, as far as it is needed. */
export interface GooglePublicKey {
  readonly name?: string | null | undefined
  readonly pem?: string | null | undefined
  readonly pemCrc32c?: GoogleInt64Value | null | undefined
  readonly algorithm?: unknown
}

/** A signature, as far as it is needed. */
export interface GoogleSignature {
  readonly name?: string | null | undefined
  readonly signature?: unknown
  readonly signatureCrc32c?: GoogleInt64Value | null | undefined
  readonly verifiedDataCrc32c?: boolean | null | undefined
  readonly verifiedDigestCrc32c?: boolean | null | undefined
}

/** A key version, as far as it is needed. */
export interface GoogleKeyVersion {
  readonly name?: string | null | undefined
  readonly state?: unknown
  readonly createTime?: { readonly seconds?: unknown; readonly nanos?: unknown } | null | undefined
}

/** What is to be signed, with checksums against damage on the way. */
export interface GoogleSignRequest {
  name: string
  data?: Uint8Array
  dataCrc32c?: { value: number }
  digest?: { sha256: Uint8Array } | { sha384: Uint8Array }
  digestCrc32c?: { value: number }
}

/** Options of each call: retries are made by the store. */
export interface GoogleCallOptions {
  retry: null
}

/** The algorithms of keys that are made. */
export type GoogleKeyAlgorithm =
  | 'EC_SIGN_ED25519'
  | 'EC_SIGN_P256_SHA256'
  | 'EC_SIGN_P384_SHA384'
  | 'RSA_SIGN_PKCS1_3072_SHA256'

/** What a `KeyManagementServiceClient` of `@google-cloud/kms` can do, as far as it is needed. */
export interface GoogleCloudKmsClient {
  getPublicKey(request: { name: string }, options: GoogleCallOptions): Promise<readonly [GooglePublicKey, ...unknown[]]>
  asymmetricSign(
    request: GoogleSignRequest,
    options: GoogleCallOptions,
  ): Promise<readonly [GoogleSignature, ...unknown[]]>
  getCryptoKeyVersion(
    request: { name: string },
    options: GoogleCallOptions,
  ): Promise<readonly [GoogleKeyVersion, ...unknown[]]>
  createCryptoKey(
    request: {
      parent: string
      cryptoKeyId: string
      cryptoKey: { purpose: 'ASYMMETRIC_SIGN'; versionTemplate: { algorithm: GoogleKeyAlgorithm } }
    },
    options: GoogleCallOptions,
  ): Promise<readonly [{ readonly name?: string | null | undefined }, ...unknown[]]>
  createCryptoKeyVersion(
    request: { parent: string },
    options: GoogleCallOptions,
  ): Promise<readonly [GoogleKeyVersion, ...unknown[]]>
}
