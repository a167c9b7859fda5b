import { childPointer, type JsonObject, type JsonValue } from '@testamur/documents/json'
import type { RandomSource } from '../identity/index.js'
import {
  type ClassName,
  classOfType,
  isCredentialClass,
  type PropertyDescription,
  propertyOf,
  structure,
  typesOf,
} from '../model/index.js'
import type { Finding, FindingCode } from '../validate/interface.js'
import { isObject } from '../validate/located.js'
import { memberExpectation, missingMember, unknownMember } from '../validate/messages.js'
import { contextOf } from './context-of.js'
import { dateText } from './date-text.js'
import { uuidUrn } from './uuid-urn.js'

/**
 * Makes finished objects from what builders are given: `@context`, `id` and `type` filled in, dates as text, links as
 * ids, members that say nothing left out, and the same for all objects inside. Credentials inside stay as they are:
 * they may be signed. The object's own proof is left out, since it would not fit what is being built.
 */
export class Finisher {
  /** What could not be accepted. */
  readonly findings: Finding[] = []
  readonly #random: RandomSource

  constructor(random: RandomSource) {
    this.#random = random
  }

  /** Returns the finished object of a class; `pointer` is its place in the whole. */
  finish(className: ClassName, input: JsonObject, pointer = ''): JsonObject {
    const { contexts, types, generatesId } = structure[className]
    const members = Object.entries(input).flatMap(([member, value]) => {
      const given = isFilledIn(className, member) ? undefined : withoutEmpty(value)
      return given === undefined ? [] : [[member, this.#member(className, member, given, pointer)] as const]
    })
    const rest = Object.fromEntries(members)
    const id = input['id'] ?? (generatesId ? uuidUrn(this.#random) : undefined)
    const finished: JsonObject = {
      ...(contexts === undefined ? {} : { '@context': contextOf(contexts, rest, input['@context']) }),
      ...(id === undefined ? {} : { id }),
      ...(types === undefined ? {} : { type: typeOf(className, types, input) }),
      ...rest,
    }
    this.#checkMembers(className, finished, pointer)
    return finished
  }

  #member(className: ClassName, member: string, value: unknown, pointer: string): JsonValue {
    const property = propertyOf(className, member)
    const place = childPointer(pointer, member)
    // A member of another vocabulary: the data model knows nothing about it.
    if (property === undefined) return value as JsonValue
    const finishOne = (each: unknown, at: string, isItem: boolean): JsonValue => {
      const finished = this.#value(each, property, at)
      const message = `\`${member}\` must be ${memberExpectation(property, isItem)}.`
      if (finished === undefined) this.#report(className, 'value-format', at, message)
      return finished ?? null
    }
    return Array.isArray(value)
      ? value.map((each, index) => finishOne(each, childPointer(place, index), true))
      : finishOne(value, place, false)
  }

  /** `undefined` for what cannot be written: impossible dates and numbers. */
  #value(value: unknown, [type, , refersTo]: PropertyDescription, pointer: string): JsonValue | undefined {
    if (type === 'Date' || type === 'DateTime' || type === 'DateTimeZ') return dateText(value, type)
    if (typeof value === 'number' && !Number.isFinite(value)) return undefined
    if (!isObject(value)) return value as JsonValue
    if (refersTo !== undefined) return value['id']
    const nested = classOfType(type)
    return nested === undefined || isCredentialClass(nested) ? value : this.finish(nested, value, pointer)
  }

  /** What the types exclude already, for callers without them: needed members that are missing, and strange ones. */
  #checkMembers(className: ClassName, finished: JsonObject, pointer: string): void {
    const { properties, closed } = structure[className]
    for (const [member, [, cardinality]] of Object.entries(properties)) {
      if (cardinality.startsWith('0') || finished[member] !== undefined) continue
      this.#report(className, 'member-missing', pointer, missingMember(className, member))
    }
    for (const member of closed ? Object.keys(finished) : []) {
      if (propertyOf(className, member) !== undefined) continue
      this.#report(className, 'member-unknown', childPointer(pointer, member), unknownMember(className, member))
    }
  }

  #report(className: ClassName, code: FindingCode, pointer: string, message: string): void {
    this.findings.push({ rule: 'schema', level: 'error', code, pointer, message, source: structure[className].source })
  }
}

/** True for the members that a builder writes itself, from the input's or without. */
function isFilledIn(className: ClassName, member: string): boolean {
  const { contexts, types } = structure[className]
  if (member === 'type') return types !== undefined
  if (member === '@context' || member === 'proof') return contexts !== undefined
  return member === 'id'
}

/** `undefined` for what says nothing: `null` and arrays of nothing. */
function withoutEmpty(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? undefined
  const items = value.filter((each) => each !== undefined && each !== null)
  return items.length === 0 ? undefined : items
}

/** The names of the class, one of each group at least, then those that the input adds. */
function typeOf(className: ClassName, groups: readonly (readonly string[])[], input: JsonObject): JsonValue {
  if (propertyOf(className, 'type')?.[1] === '1') return groups[0]?.[0] ?? ''
  const given = typesOf(input)
  const own = groups.flatMap((group) => group.find((name) => given.includes(name)) ?? group.slice(0, 1))
  return [...new Set([...own, ...given])]
}
