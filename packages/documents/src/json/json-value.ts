import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import { defaultJsonLimits, type JsonLimits, maxNameLength } from './interface.js'
import { childPointer } from './pointer.js'

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
  const { maxDepth = defaultJsonLimits.maxDepth } = limits

  const visit = (current: unknown, pointer: string, depth: number): Problem | undefined => {
    switch (typeof current) {
      case 'boolean':
        return undefined
      case 'string':
        return current.isWellFormed() ? undefined : refuse(pointer, 'The string holds half of a surrogate pair.')
      case 'number':
        return Number.isFinite(current) ? undefined : refuse(pointer, 'The number is not finite.')
      case 'object':
        return current === null ? undefined : children(current, pointer, depth + 1)
      default:
        return refuse(pointer, `A ${typeof current} cannot be written as JSON.`)
    }
  }

  // A cycle runs into the depth limit, so it needs no bookkeeping of its own.
  const children = (parent: object, pointer: string, depth: number): Problem | undefined => {
    if (depth > maxDepth) {
      return problem(
        'json-too-deep',
        pointer,
        `More than ${maxDepth} levels are nested, or the object contains itself.`,
      )
    }
    if (Array.isArray(parent)) {
      for (let index = 0; index < parent.length; index += 1) {
        const found = visit(parent[index], childPointer(pointer, index), depth)
        if (found) return found
      }
      return undefined
    }
    const prototype: unknown = Object.getPrototypeOf(parent)
    if (prototype !== Object.prototype && prototype !== null) {
      return refuse(pointer, 'Only plain objects can be written as JSON; write a date as text, for instance.')
    }
    for (const [member, child] of Object.entries(parent)) {
      if (child === undefined) continue
      const refusal = nameRefusal(member, pointer)
      if (refusal) return refusal
      const found = visit(child, childPointer(pointer, member), depth)
      if (found) return found
    }
    return undefined
  }

  return visit(value, '', 0)
}

function nameRefusal(member: string, pointer: string): Problem | undefined {
  if (member === '__proto__') return problem('json-forbidden-key', pointer, 'A member may not be named "__proto__".')
  if (member.length > maxNameLength) {
    return problem('json-forbidden-key', pointer, `The name of a member has more than ${maxNameLength} characters.`)
  }
  return member.isWellFormed() ? undefined : refuse(pointer, 'The name of a member holds half of a surrogate pair.')
}

function refuse(pointer: string, detail: string): Problem {
  return problem('json-not-a-value', pointer, detail)
}
