// What `#platform` means on Node.
export { nodeFetch as platformFetch } from './node-fetch.js'
export { nodeCrc32 as platformCrc32, nodeInflate as platformInflate } from './node-inflate.js'
