import { childPointer, type JsonObject } from '@testamur/documents/json'
import type { Located } from './interface.js'

/** True for JSON objects: neither arrays nor `null`. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a member of an object, only if it is its own: `constructor` is no member of `{}`. */
export const memberOf = (object: JsonObject, member: string): JsonObject[string] =>
  Object.hasOwn(object, member) ? object[member] : undefined

/**
 * Returns the objects that a member holds, as its value or in its array, each with its place; anything else is left
 * out.
 */
export function objectsAt({ value, pointer }: Located, member: string): Located[] {
  const held = memberOf(value, member)
  const place = childPointer(pointer, member)
  if (isObject(held)) return [{ value: held, pointer: place }]
  if (!Array.isArray(held)) return []
  return held.flatMap((each, index) => (isObject(each) ? [{ value: each, pointer: childPointer(place, index) }] : []))
}

/** True when a member says something: absent, `null`, empty text and empty arrays say nothing. */
export function hasMember({ value }: Located, member: string): boolean {
  const held = memberOf(value, member)
  return held !== undefined && held !== null && held !== '' && !(Array.isArray(held) && held.length === 0)
}
