// What `#platform` means on Node.
export { nodeFetch as platformFetch } from './node-fetch.js'
export { nodeInflate as platformInflate } from './node-inflate.js'
