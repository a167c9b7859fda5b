import type { JsonObject } from '../json/interface.js'

/** True when an object has a member under one of some names. */
export function hasOneOf(object: JsonObject, names: readonly string[]): boolean {
  for (const name of names) if (hasMember(object, name)) return true
  return false
}

/** The plain look-up comes first because it is the faster one, and most often finds nothing. */
export const hasMember = (object: JsonObject, name: string): boolean =>
  object[name] !== undefined && Object.hasOwn(object, name)
