/** A key as `@azure/keyvault-keys` has it, as far as it is needed. */
export interface AzureKey {
  readonly key?:
    | {
        readonly kty?: string | undefined
        readonly crv?: string | undefined
        readonly x?: Uint8Array | undefined
        readonly y?: Uint8Array | undefined
        readonly n?: Uint8Array | undefined
        readonly e?: Uint8Array | undefined
      }
    | undefined
  readonly properties: {
    readonly version?: string | undefined
    readonly createdOn?: Date | undefined
  }
}

/** The algorithms that a vault signs with and credentials use. */
export type AzureSigningAlgorithm = 'ES256' | 'ES384' | 'RS256'

/** What a `CryptographyClient` of `@azure/keyvault-keys` can do, as far as it is needed. */
export interface AzureCryptographyClient {
  sign(
    algorithm: AzureSigningAlgorithm,
    digest: Uint8Array,
    options: { readonly abortSignal: AbortSignal },
  ): Promise<{ readonly result: Uint8Array }>
}

/** What a `KeyClient` of `@azure/keyvault-keys` (version 4) can do, as far as it is needed. */
export interface AzureKeyClient {
  getKey(name: string, options: { readonly version: string; readonly abortSignal: AbortSignal }): Promise<AzureKey>
  getCryptographyClient(name: string, options: { readonly keyVersion: string }): AzureCryptographyClient
  createEcKey(
    name: string,
    options: { readonly curve: 'P-256' | 'P-384'; readonly abortSignal: AbortSignal },
  ): Promise<AzureKey>
  createRsaKey(name: string, options: { readonly keySize: 3072; readonly abortSignal: AbortSignal }): Promise<AzureKey>
}
