export type { HostAddress, LookupAddresses } from '../platform/interface.js'
export { guardedFetch } from './guarded-fetch.js'
export type { GuardedFetchOptions, GuardedFetchResult } from './interface.js'
