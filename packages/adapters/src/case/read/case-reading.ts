import type { Problem } from '@testamur/documents'
import { isObject, type JsonObject } from '@testamur/documents/json'
import { type AdaptersProblemCode, problem } from '../../problems.js'
import type { Loss, LossCode } from '../../transcript/index.js'
import {
  type CfClasses,
  type CfClassName,
  type CfMember,
  type CfValueKind,
  isClassName,
  structure,
} from '../model/structure.js'
import { BoundedList } from './bounded-list.js'
import { converted } from './converted.js'
import { isBlank, meantAssociationType, misfit } from './formats.js'
import { type Place, placeOfItem, placeOfMember, root } from './place.js'
import { standIn } from './stand-in.js'

/** Most problems that a reading lists, and most losses; of the others it tells how many there are. */
const maxEntries = 100_000

/**
 * Reads objects of CASE by the tables of its classes. Every member of the source ends up in the object or among the
 * losses; every one that is missing, of another type or of another form is a problem.
 */
export class CaseReading {
  readonly #problems = new BoundedList<AdaptersProblemCode, Problem>(maxEntries)
  readonly #losses = new BoundedList<LossCode, Loss>(maxEntries)
  /** Stands in for dates of change that are missing. */
  readonly #lastChange: string

  constructor(lastChange: string) {
    this.#lastChange = lastChange
  }

  get problems(): readonly Problem[] {
    return this.#problems.all((code, count) => problem(code, root.pointer, `${count} more of these were found.`))
  }

  get losses(): readonly Loss[] {
    return this.#losses.all((code, count) => ({
      path: '/',
      code,
      reason: `${count} more losses of this kind`,
      disposition: 'dropped',
    }))
  }

  /** Returns the object of a class, bare or wrapped; `undefined` when it lacks what nothing can stand in for. */
  object<Name extends CfClassName>(name: Name, source: unknown, at: Place): CfClasses[Name] | undefined {
    if (!isWrapped(name, source)) return this.#bare(name, source, at)
    for (const member of Object.keys(source)) if (member !== name) this.#loseUnknown(at, member)
    return this.#bare(name, source[name], placeOfMember(at, name))
  }

  #bare<Name extends CfClassName>(name: Name, object: unknown, place: Place): CfClasses[Name] | undefined {
    if (!isObject(object)) return this.#drop(place, 'case-member-type', 'an object was expected')
    const members: Readonly<Record<string, CfMember>> = structure[name]
    const read: Record<string, unknown> = {}
    for (const [member, value] of Object.entries(object)) {
      const fact = Object.hasOwn(members, member) ? members[member] : undefined
      if (fact === undefined) this.#loseUnknown(place, member)
      else if (isPlain(fact, value)) read[member] = value
      else if (value !== null && value !== undefined) {
        const found = this.#member(fact, value, placeOfMember(place, member))
        if (found !== undefined) read[member] = found
      }
    }
    return this.#complete(name, read, object, place) as CfClasses[Name] | undefined
  }

  #member(fact: CfMember, value: unknown, place: Place): unknown {
    if (fact.isList) {
      if (!Array.isArray(value)) this.#note('case-member-type', place, 'a list was expected; its one value is taken')
      const items = (Array.isArray(value) ? value : [value]).flatMap(
        (item: unknown, index) =>
          this.#value(fact, item, Array.isArray(value) ? placeOfItem(place, index) : place) ?? [],
      )
      return items.length > 0 ? items : undefined
    }
    if (!Array.isArray(value) || fact.kind === 'extensions') return this.#value(fact, value, place)
    this.#note('case-member-type', place, 'one value was expected; the first of the list is taken')
    for (const index of value.keys()) {
      if (index > 0) this.#lose(placeOfItem(place, index), 'repeated-element', 'Only the first value is read')
    }
    return value.length === 0 ? undefined : this.#value(fact, value[0], placeOfItem(place, 0))
  }

  #value({ kind, isRequired }: CfMember, value: unknown, place: Place): unknown {
    if (isClassName(kind)) return this.object(kind, value, place)
    const { value: found, isConverted } = converted(kind, value)
    if (found === undefined) return this.#drop(place, 'case-member-type', 'this type of value cannot stand here')
    if (isConverted) this.#note('case-member-type', place, 'another type of value stands here; it was converted')
    return typeof found === 'string' ? this.#text(kind, found, isRequired === true, place) : found
  }

  #text(kind: CfValueKind, text: string, isRequired: boolean, place: Place): string | undefined {
    const expected = misfit(kind, text)
    if (isBlank(text)) {
      if (!isRequired) return this.#lose(place, 'empty', 'It holds nothing')
      // Where a form is demanded, nothing is as good as no member: the stand-in tells objects apart, nothing does not.
      return expected === undefined ? text : undefined
    }
    if (expected === undefined) return text
    const meant = kind === 'associationType' ? meantAssociationType(text) : undefined
    const remark = meant === undefined ? `${expected} was expected` : `\`${meant}\` was expected; it is read as that`
    this.#note('case-member-value', place, remark)
    return meant ?? text
  }

  #complete(name: CfClassName, read: Record<string, unknown>, source: JsonObject, place: Place): object | undefined {
    const required = requiredOf[name]
    if (required.length > 0 && required.every((member) => read[member] === undefined)) {
      return this.#drop(place, 'case-member-type', `it has nothing that a ${name} needs`)
    }
    for (const member of required) {
      if (read[member] !== undefined) continue
      const found = standIn(name, member, { read, source, pointer: place.pointer, lastChange: this.#lastChange })
      if (found === undefined) {
        return this.#drop(place, 'case-member-missing', `\`${member}\` is missing, and nothing can stand in for it`)
      }
      read[member] = found.value
      this.#note('case-member-missing', placeOfMember(place, member), `it is missing; ${found.what} stands in for it`)
    }
    return read
  }

  #note(code: AdaptersProblemCode, { pointer }: Place, detail: string): void {
    this.#problems.add(code, () => problem(code, pointer, `${detail[0]?.toUpperCase()}${detail.slice(1)}.`))
  }

  #drop(place: Place, code: AdaptersProblemCode, detail: string): undefined {
    this.#note(code, place, detail)
    return this.#lose(place, 'invalid-value', 'It cannot be read as what CASE has here')
  }

  #loseUnknown(place: Place, member: string): void {
    this.#lose(placeOfMember(place, member), 'unknown-element', 'CASE has no such member here')
  }

  #lose({ path }: Place, code: LossCode, reason: string): undefined {
    this.#losses.add(code, () => ({ path: path || '/', code, reason, disposition: 'dropped' }))
  }
}

/** The members that the specification demands, by class. */
const requiredOf = Object.fromEntries(
  Object.entries(structure).map(([name, members]: [string, Readonly<Record<string, CfMember>>]) => [
    name,
    Object.keys(members).filter((member) => members[member]?.isRequired),
  ]),
) as unknown as Readonly<Record<CfClassName, readonly string[]>>

/** True for what almost all members are: a text where one belongs, of the right form. It needs no place of its own. */
function isPlain({ kind, isList }: CfMember, value: unknown): boolean {
  const isText = !isList && typeof value === 'string' && !isBlank(value)
  return (
    isText &&
    kind !== 'number' &&
    kind !== 'integer' &&
    kind !== 'extensions' &&
    !isClassName(kind) &&
    misfit(kind, value) === undefined
  )
}

/**
 * Many servers wrap objects: `{ "CFItem": { … } }`, some with members of their own beside it. What has members of the class
 * itself beside it is no wrapper.
 */
export function isWrapped<Name extends CfClassName>(name: Name, source: unknown): source is JsonObject {
  return (
    isObject(source) &&
    isObject(source[name]) &&
    !Object.keys(source).some((member) => Object.hasOwn(structure[name], member))
  )
}
