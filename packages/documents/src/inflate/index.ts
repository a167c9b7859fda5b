export { crc32 } from '../platform/crc32.js'
export type { InflateReason, InflateResult } from '../platform/platform-inflate.js'
export { inflate } from './inflate.js'
export type { InflateFormat, InflateOptions } from './interface.js'
