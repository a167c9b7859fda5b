// What `#platform` means on Node.
export { nodeTransport as transport } from './node-transport.js'
