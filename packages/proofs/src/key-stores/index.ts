export type { GenerateKeyOptions, ImportKeyOptions, KeyStore, LocalKeyStore, StoredKey } from './interface.js'
export { memoryKeyStore } from './memory.js'
