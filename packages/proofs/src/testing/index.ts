export type { ContractCheck } from './interface.js'
export type { KeyStoreContractOptions } from './key-store-contract.js'
export { keyStoreContract } from './key-store-contract.js'
