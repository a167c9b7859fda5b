// The packages come without types. What the cryptosuites are called with stands in suite.ts.
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options?: object): object
  export function createDiscloseCryptosuite(options?: object): object
  export function createVerifyCryptosuite(options?: object): object
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createSignCryptosuite(options?: object): object
  export function createDiscloseCryptosuite(options?: object): object
  export function createVerifyCryptosuite(options?: object): object
}
declare module '@digitalbazaar/bls12-381-multikey' {
  interface BbsKeyPair {
    readonly publicKeyMultibase: string
    readonly secretKeyMultibase: string
    signer(): {
      multisign(options: { readonly header: Uint8Array; readonly messages: readonly Uint8Array[] }): Promise<Uint8Array>
    }
  }
  export const ALGORITHMS: { readonly BBS_BLS12381_SHA256: string }
  export function generateBbsKeyPair(options: { readonly algorithm: string }): Promise<BbsKeyPair>
  export function from(key: { readonly secretKeyMultibase: string }): Promise<BbsKeyPair>
  export function fromRaw(key: { readonly algorithm: string; readonly publicKey: Uint8Array }): Promise<{
    deriveProof(options: {
      readonly signature: Uint8Array
      readonly header: Uint8Array
      readonly messages: readonly Uint8Array[]
      readonly presentationHeader: Uint8Array
      readonly disclosedMessageIndexes: readonly number[]
    }): Promise<Uint8Array>
  }>
}
