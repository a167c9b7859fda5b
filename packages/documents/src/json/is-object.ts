import type { JsonObject } from './interface.js'

/**
 * True for a JSON object: not for an array, nor for `null`. Looks no deeper.
 *
 * @example
 * ```ts
 * import { isObject } from '@testamur/documents/json'
 *
 * console.log(isObject({ id: 'urn:example:1' }), isObject(['urn:example:1'])) // true false
 * ```
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
