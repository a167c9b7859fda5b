import type { JsonObject, JsonValue } from '@testamur/documents'
import type { ActiveContext, NodeContexts } from '@testamur/documents/active-context'
import { Declined } from './declined.js'

/** True for contexts that are named, not written out. */
export const isOfUrls = (context: JsonValue | undefined): boolean =>
  Array.isArray(context) ? context.every((item) => typeof item === 'string') : typeof context === 'string'

/** True for a value object (JSON-LD 1.1 §9.5), by whatever name it has its `@value`. */
export function isValueObject({ active }: NodeContexts, object: JsonObject): boolean {
  for (const name of active.namesOf('@value'))
    if (object[name] !== undefined && Object.hasOwn(object, name)) return true
  return false
}

/** True for a member that has been looked at before members are gone through. */
export const isKeyword = ({ active, typeScoped }: NodeContexts, name: string): boolean =>
  name.startsWith('@') || [active, typeScoped].some((context) => !/^(property|unread)$/.test(context.term(name).kind))

/** Throws {@link Declined} for an object that is no JSON: the reference reads nothing else. */
export function refuseOddObject(object: JsonObject): void {
  const prototype: unknown = Object.getPrototypeOf(object)
  const isPlain = prototype === Object.prototype || prototype === null
  if (!isPlain || Object.hasOwn(object, '__proto__')) throw new Declined('an object that is no JSON')
}

/** Returns the id of a node object, by whatever name it has it. Throws {@link Declined} for two, or one that is no text. */
export function idOf(active: ActiveContext, object: JsonObject): string | undefined {
  let id: JsonValue | undefined
  for (const name of active.namesOf('@id')) {
    const value = object[name]
    if (value === undefined || !Object.hasOwn(object, name)) continue
    if (id !== undefined) throw new Declined('two names for @id')
    id = value
  }
  if (id !== undefined && typeof id !== 'string') throw new Declined('an id that is no text')
  return id
}

/** Returns the names of the members in the order of jsonld.js: of what they stand for. */
export function orderedNames(active: ActiveContext, object: JsonObject): string[] {
  const names = Object.keys(object)
  const keys = new Map(names.map((name) => [name, `${active.term(name).iri}\n${name}`]))
  return names.sort((one, other) => ((keys.get(one) as string) < (keys.get(other) as string) ? -1 : 1))
}
