// The peers come without types; the suites use this much of them.
declare module '@digitalbazaar/vc' {
  type DocumentLoader = (
    url: string,
  ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown; tag?: string }>
  interface Outcome {
    verified: boolean
    error?: unknown
  }
  export function issue(options: {
    credential: object
    suite: unknown
    documentLoader: DocumentLoader
  }): Promise<object>
  export function verifyCredential(options: {
    credential: object
    suite: unknown
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<Outcome>
  export function signPresentation(options: {
    presentation: object
    suite: unknown
    challenge: string
    domain?: string
    documentLoader: DocumentLoader
  }): Promise<object>
  export function verify(options: {
    presentation: object
    suite: unknown
    challenge: string
    domain?: string
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<Outcome>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; cryptosuite: unknown; date?: string })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): unknown
    export(options: { publicKey?: boolean; secretKey?: boolean; includeContext?: boolean }): Promise<object>
  }
  export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>
  export function from(key: object): Promise<KeyPair>
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown
}
declare module '@digitalbazaar/ecdsa-multikey' {
  interface KeyPair {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): unknown
    export(options: { publicKey?: boolean; includeContext?: boolean }): Promise<{ publicKeyMultibase: string }>
  }
  export function generate(options: { curve: 'P-256' | 'P-384' }): Promise<KeyPair>
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { key?: unknown; date?: string })
  }
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export class Ed25519VerificationKey2020 {
    id: string
    controller: string
    publicKeyMultibase: string
    static generate(): Promise<Ed25519VerificationKey2020>
  }
}
