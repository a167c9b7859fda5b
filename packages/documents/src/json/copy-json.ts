import type { Problem } from '../problem.js'
import { type DocumentsProblemCode, problem } from '../problems.js'
import { defaultJsonLimits, type JsonLimits, type JsonObject, type JsonValue, maxNameLength } from './interface.js'
import { childPointer } from './pointer.js'

/** A copy that is nothing but JSON, or why there is none. */
export type CopyJsonResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Returns a copy of a value as JSON text would carry it, shared with nobody: without members that are `undefined`, every
 * other member read once. Or the first problem that {@link jsonValueProblem} has with it. Does not measure the size.
 *
 * @example
 * ```ts
 * import { copyJson } from '@testamur/documents/json'
 *
 * const copy = copyJson({ name: 'Statics', version: undefined })
 * console.log(copy.ok && copy.value) // { name: 'Statics' }
 * ```
 */
export function copyJson(value: unknown, limits: Pick<JsonLimits, 'maxDepth'> = {}): CopyJsonResult {
  const { maxDepth = defaultJsonLimits.maxDepth } = limits
  const copier = new Copier(maxDepth)
  try {
    return { ok: true, value: copier.copy(value, 0) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: problem(error.code, error.pointer, error.detail) }
    throw error
  }
}

/** Thrown to get out of the walk; not an error, and so without a stack. */
class Refusal {
  readonly code: DocumentsProblemCode
  readonly pointer: string
  readonly detail: string

  constructor(code: DocumentsProblemCode, pointer: string, detail: string) {
    this.code = code
    this.pointer = pointer
    this.detail = detail
  }
}

/**
 * An array, like a literal would be. V8 remembers of each literal how long its arrays live: once a large record was copied, it
 * would make those of all documents as ones that stay, and they would hold their documents until the heap is cleared as a
 * whole. Of rest parameters it remembers nothing.
 */
const arrayOf = (...items: JsonValue[]): JsonValue[] => items

function inheritsMembers(): boolean {
  for (const _ in {}) return true
  return false
}

class Copier {
  readonly #maxDepth: number
  /** Members and indexes that lead to the value that is looked at, and behind them those of earlier ones. */
  readonly #path: (string | number)[] = []
  /** Whether objects inherit members, which some program gave to all: nobody looks for them where there are none. */
  readonly #inherits = inheritsMembers()

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth
  }

  /** @param depth - how many arrays and objects the value stands in */
  copy(value: unknown, depth: number): JsonValue {
    switch (typeof value) {
      case 'boolean':
        return value
      case 'string':
        if (!value.isWellFormed()) throw this.#refusal(depth, 'The string holds half of a surrogate pair.')
        return value
      case 'number':
        if (!Number.isFinite(value)) throw this.#refusal(depth, 'The number is not finite.')
        return value + 0 // -0 is written as 0
      case 'object':
        if (value === null) return null
        // A cycle runs into this limit, so it needs no bookkeeping of its own.
        if (depth >= this.#maxDepth) throw this.#tooDeep(depth)
        return Array.isArray(value) ? this.#array(value, depth) : this.#object(value, depth)
      default:
        throw this.#refusal(depth, `A ${typeof value} cannot be written as JSON.`)
    }
  }

  #array(items: readonly unknown[], depth: number): JsonValue[] {
    if (!(items.length > 0)) return []
    this.#path[depth] = 0
    // Most arrays hold one value; an empty one makes room for seventeen when the first is added.
    const copy = arrayOf(this.copy(items[0], depth + 1))
    for (let index = 1; index < items.length; index += 1) {
      this.#path[depth] = index
      copy.push(this.copy(items[index], depth + 1))
    }
    return copy
  }

  #object(object: object, depth: number): JsonObject {
    const prototype: unknown = Object.getPrototypeOf(object)
    if (prototype !== Object.prototype && prototype !== null) {
      throw this.#refusal(depth, 'Only plain objects can be written as JSON; write a date as text, for instance.')
    }
    const copy: JsonObject = {}
    for (const name in object) {
      if (this.#inherits && !Object.hasOwn(object, name)) continue
      const value = (object as Record<string, unknown>)[name]
      if (value === undefined) continue
      this.#checkName(name, depth)
      this.#path[depth] = name
      copy[name] = this.copy(value, depth + 1)
    }
    return copy
  }

  #checkName(name: string, depth: number): void {
    if (name === '__proto__') throw this.#forbidden(depth, 'A member may not be named "__proto__".')
    if (name.length > maxNameLength) {
      throw this.#forbidden(depth, `The name of a member has more than ${maxNameLength} characters.`)
    }
    if (!name.isWellFormed()) throw this.#refusal(depth, 'The name of a member holds half of a surrogate pair.')
  }

  #tooDeep(depth: number): Refusal {
    const detail = `More than ${this.#maxDepth} levels are nested, or the object contains itself.`
    return new Refusal('json-too-deep', this.#pointer(depth), detail)
  }

  #forbidden(depth: number, detail: string): Refusal {
    return new Refusal('json-forbidden-key', this.#pointer(depth), detail)
  }

  #refusal(depth: number, detail: string): Refusal {
    return new Refusal('json-not-a-value', this.#pointer(depth), detail)
  }

  #pointer(depth: number): string {
    return this.#path.slice(0, depth).reduce<string>(childPointer, '')
  }
}
