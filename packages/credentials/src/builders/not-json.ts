import { childPointer } from '@testamur/documents/json'

/** How many arrays and objects may stand one inside the other: as many as readers of documents take. */
export const maxDepth = 128

/**
 * Returns the pointer of the first value inside that is no JSON, or lies deeper than documents are read (as everything
 * does in an object that holds itself); `undefined` when there is none. Members that are `undefined` count as absent.
 */
export function notJson(value: unknown, pointer = '', depth = 0): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
    return undefined
  if (typeof value !== 'object' || depth >= maxDepth || !(Array.isArray(value) || isPlain(value))) return pointer
  for (const [member, each] of Object.entries(Array.isArray(value) ? Array.from(value) : value)) {
    if (each === undefined && !Array.isArray(value)) continue
    const found = notJson(each, childPointer(pointer, member), depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/** True for what a literal or `JSON.parse` makes, in this or another realm; false for dates, maps and classes. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
