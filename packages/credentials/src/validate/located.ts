import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents/json'
import type { Located } from './interface.js'

/** True for JSON objects: neither arrays nor `null`. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a member of an object, only if it is its own: `constructor` is no member of `{}`. */
export const memberOf = (object: JsonObject, member: string): JsonObject[string] =>
  Object.hasOwn(object, member) ? object[member] : undefined

const nothing: readonly never[] = []

/** A value of a document, and where it is. */
export interface LocatedValue {
  readonly value: JsonValue | undefined
  readonly pointer: string
}

/** Returns the values that a member holds: those of its array, or its one value; none when the member is absent. */
export function valuesAt({ value, pointer }: Located, member: string): readonly LocatedValue[] {
  const held = memberOf(value, member)
  if (held === undefined) return nothing
  const place = childPointer(pointer, member)
  if (!Array.isArray(held)) return [{ value: held, pointer: place }]
  return held.map((each, index) => ({ value: each, pointer: childPointer(place, index) }))
}

/**
 * Returns the objects that a member holds, as its value or in its array, each with its place; anything else is left
 * out.
 */
export function objectsAt({ value, pointer }: Located, member: string): readonly Located[] {
  const held = memberOf(value, member)
  // Most members of most objects are not there.
  if (held === undefined) return nothing
  const place = childPointer(pointer, member)
  if (isObject(held)) return [{ value: held, pointer: place }]
  if (!Array.isArray(held)) return nothing
  return held.flatMap((each, index) => (isObject(each) ? [{ value: each, pointer: childPointer(place, index) }] : []))
}

/** True when a member says something: absent, `null`, empty text and empty arrays say nothing. */
export function hasMember({ value }: Located, member: string): boolean {
  const held = memberOf(value, member)
  return held !== undefined && held !== null && held !== '' && !(Array.isArray(held) && held.length === 0)
}

/** True when arrays and objects are nested more than so many deep. Goes no deeper than that, however deep they are. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (limit === 0) return true
  for (const member of Object.values(value)) if (isDeeperThan(member, limit - 1)) return true
  return false
}
