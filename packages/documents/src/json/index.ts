export { childPointer, valueAtPointer } from './pointer.js'
export type { JsonLimits, JsonObject, JsonValue } from './interface.js'
export { defaultJsonLimits } from './interface.js'
