// Only for Node: it connects by sockets.
export type { HostAddress, LookupAddresses } from '../platform/interface.js'
export type { Connect, ConnectionTarget, NodeFetchOptions } from '../platform/node-fetch.js'
export { nodeFetch } from '../platform/node-fetch.js'
