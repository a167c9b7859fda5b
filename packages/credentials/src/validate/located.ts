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

/**
 * Returns the values that a member holds: those of its array, or its one value; none when the member is absent. Where no
 * array belongs (`isSet` false), one is a value like any other.
 */
export function valuesAt({ value, pointer }: Located, member: string, isSet = true): readonly LocatedValue[] {
  const held = memberOf(value, member)
  // Most members of most objects are not there.
  if (held === undefined) return nothing
  const place = childPointer(pointer, member)
  if (!isSet || !Array.isArray(held)) return [{ value: held, pointer: place }]
  return held.map((each, index) => ({ value: each, pointer: childPointer(place, index) }))
}

/**
 * Returns the objects that a member holds, as its value or in its array, each with its place; anything else is left
 * out.
 */
export const objectsAt = (located: Located, member: string): readonly Located[] =>
  valuesAt(located, member).filter((each): each is Located => isObject(each.value))

/** True when a member says something: absent, `null`, empty text and empty arrays say nothing. */
export function hasMember({ value }: Located, member: string): boolean {
  const held = memberOf(value, member)
  return held !== '' && !saysNothing(held)
}

/** True for what counts as absent in what builders are given: `null` and empty arrays too. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

const isNesting = (value: unknown): value is object => typeof value === 'object' && value !== null

/** True when arrays and objects are nested more than so many deep. Goes no deeper than that, however deep they are. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (!isNesting(value)) return false
  if (!(limit > 0)) return true
  // Every value of a document passes here: a list of them, or a call for each text, takes several times as long.
  if (Array.isArray(value)) {
    for (const each of value) if (isNesting(each) && isDeeperThan(each, limit - 1)) return true
  } else {
    for (const member in value) {
      const each = (value as Record<string, unknown>)[member]
      if (isNesting(each) && isDeeperThan(each, limit - 1)) return true
    }
  }
  return false
}
