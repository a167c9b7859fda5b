export type { BakedFormat, BakedMediaType, UnbakeLimits, UnbakeResult } from './interface.js'
export { bakedMediaType, unbake } from './unbake.js'
