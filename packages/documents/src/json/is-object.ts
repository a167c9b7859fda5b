import type { JsonObject, JsonValue } from './interface.js'

/** True for a JSON object: not for an array, nor for `null`. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
