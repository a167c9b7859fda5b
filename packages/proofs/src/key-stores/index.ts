export type { DidDocumentOptions } from './did-document-for.js'
export { didDocumentFor } from './did-document-for.js'
export type {
  GenerateKeyOptions,
  ImportKeyOptions,
  KeyStore,
  LocalKeyStore,
  RevokeKeyOptions,
  RotatedKey,
  RotateKeyOptions,
  StoredKey,
} from './interface.js'
export type { JwksOptions } from './jwks-for.js'
export { jwksFor } from './jwks-for.js'
export { memoryKeyStore } from './memory.js'
