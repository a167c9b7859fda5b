import type { Problem } from '../problem.js'
import { copyJson } from './copy-json.js'
import type { JsonLimits } from './interface.js'

/**
 * Returns why a value is not what JSON text could have said, or `undefined` when it is: only plain objects, arrays,
 * strings, finite numbers, booleans and `null`, no cycles, no deeper than `maxDepth`, names of at most 4096 characters.
 * Members that are `undefined` count as absent. What {@link parseJson} guarantees for text, this guarantees for objects
 * made in memory. Does not measure the size. A name that is refused stands in no pointer: that of its object does.
 *
 * @example
 * ```ts
 * import { jsonValueProblem } from '@testamur/documents/json'
 *
 * console.log(jsonValueProblem({ validFrom: new Date() })?.pointer) // /validFrom
 * ```
 */
export function jsonValueProblem(value: unknown, limits: Pick<JsonLimits, 'maxDepth'> = {}): Problem | undefined {
  const copied = copyJson(value, limits)
  return copied.ok ? undefined : copied.problem
}
