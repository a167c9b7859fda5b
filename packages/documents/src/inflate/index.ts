export type { InflateReason, InflateResult } from '../platform/platform-inflate.js'
export { crc32 } from './crc32.js'
export { inflate } from './inflate.js'
export type { InflateFormat, InflateOptions } from './interface.js'
