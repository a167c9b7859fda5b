import type { JsonValue } from './interface.js'

/**
 * Returns the JSON Pointer (RFC 6901) of a child: the parent's pointer and one more member name or array index.
 *
 * @example
 * ```ts
 * import { childPointer } from '@testamur/documents/json'
 *
 * console.log(childPointer('/credentialSubject', 'a/b')) // /credentialSubject/a~1b
 * ```
 */
export function childPointer(parent: string, member: string | number): string {
  // Walks over documents ask for a pointer at every step; hardly any name needs escaping.
  if (typeof member === 'number' || !/[~/]/.test(member)) return `${parent}/${member}`
  return `${parent}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/**
 * Returns the value a JSON Pointer names, or `undefined` when there is none.
 *
 * @example
 * ```ts
 * import { valueAtPointer } from '@testamur/documents/json'
 *
 * console.log(valueAtPointer({ result: [{ value: 'A' }] }, '/result/0/value')) // A
 * ```
 */
export function valueAtPointer(document: unknown, pointer: string): JsonValue | undefined {
  if (pointer === '') return document as JsonValue
  let value: unknown = document
  for (const token of pointer.split('/').slice(1)) {
    const member = token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined
    value = (value as Record<string, unknown>)[member]
  }
  return value as JsonValue | undefined
}
