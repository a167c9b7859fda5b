import type { JsonValue } from './interface.js'

/**
 * Returns the values of a member that may hold one or several: the list when it is one, none when it is absent or `null`.
 *
 * @example
 * ```ts
 * import { listOf } from '@testamur/documents/json'
 *
 * console.log(listOf('VerifiableCredential'), listOf(undefined)) // [ 'VerifiableCredential' ] []
 * ```
 */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
