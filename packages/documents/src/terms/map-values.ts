import type { ActiveContext } from '../active-context/active-context.js'
import { expandName, expandReference } from '../active-context/expand-iri.js'
import type { Container, TermDefinition } from '../active-context/interface.js'
import { isAbsoluteIri } from '../active-context/keywords.js'
import { hasOneOf } from '../active-context/members.js'
import { ContextRefusal } from '../active-context/refusal.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import type { TermWalk } from './term-walk.js'

const mapContainers: readonly Container[] = ['@language', '@index', '@id', '@type']

/** True when objects that are values of the term are maps, whose keys are no names of members. */
export const isMap = (definition: TermDefinition): boolean =>
  definition.containers.some((container) => mapContainers.includes(container))

/**
 * Goes through the values of a map (JSON-LD 1.1 API §5.1.2 steps 13.7 and 13.8), and looks up those of its keys that stand
 * for something.
 */
export function walkMap(
  walk: TermWalk,
  active: ActiveContext,
  name: string,
  definition: TermDefinition,
  map: JsonObject,
): void {
  const { containers, context, index, type } = definition
  const { faults } = walk
  if (containers.includes('@language')) return
  if (type === '@json') return faults.notChecked('a map of JSON literals')
  if (containers.includes('@index')) {
    if (index !== undefined) return faults.notChecked('a map whose keys are values of a property')
    return eachKey(walk, map, (key) => walk.value(active, map[key], name, definition, true))
  }
  // For these, steps 13.8.2 and 13.8.3.2 and jsonld.js disagree in which context their values stand.
  if (context !== undefined) return faults.notChecked('a map by id or type under a property with a context')
  if (containers.includes('@type')) walkTypeMap(walk, active, name, definition, map)
  else walkIdMap(walk, active, name, definition, map)
}

/** Keys are identifiers of the objects that have none. */
function walkIdMap(
  walk: TermWalk,
  active: ActiveContext,
  name: string,
  definition: TermDefinition,
  map: JsonObject,
): void {
  const { faults } = walk
  if (active.previous !== undefined) return faults.notChecked('a map by id under a type-scoped context')
  eachKey(walk, map, (key) => {
    if (!areNodes(active, map[key])) return faults.notChecked('a map by id of something else than objects')
    const iri = expandReference(active, key)
    const isNamed = (iri !== null && isAbsoluteIri(iri)) || expandName(active, key) === '@none'
    if (!isNamed) {
      const isUsed = [map[key]].flat().some((item) => isObject(item) && !hasOneOf(item, active.namesOf('@id')))
      if (isUsed) faults.relativeIdentifier(key)
      else faults.notChecked('a key of a map by id that is no identifier')
    }
    walk.value(active, map[key], name, definition, true)
  })
}

/** Keys are types. */
function walkTypeMap(
  walk: TermWalk,
  active: ActiveContext,
  name: string,
  definition: TermDefinition,
  map: JsonObject,
): void {
  const { faults, reader } = walk
  const outer = active.previous ?? active
  const isAccumulated =
    Object.keys(map).length > 1 && Object.keys(map).some((key) => outer.terms.get(key)?.context !== undefined)
  if (isAccumulated) return faults.notChecked('a map by several types with contexts')
  eachKey(walk, map, (key) => {
    const type = outer.terms.get(key)
    const scoped = type === undefined ? outer : reader.typeScoped(outer, type)
    if (scoped instanceof ContextRefusal) return faults.refusedScope(scoped, key)
    if (!areNodes(scoped, map[key])) return faults.notChecked('a map by type of something else than objects')
    const iri = expandName(outer, key)
    if (scoped.terms.get(name) !== definition || expandName(scoped, key) !== iri) {
      return faults.notChecked('a map by a type that redefines it')
    }
    if (iri !== '@none' && (iri === null || !isAbsoluteIri(iri))) faults.undefinedType(key)
    walk.value(scoped, map[key], name, definition, true)
  })
}

/** True for objects and references to objects: one at least, and nothing else. */
function areNodes(active: ActiveContext, value: JsonValue | undefined): boolean {
  const items = Array.isArray(value) ? value : [value]
  const isNode = (item: JsonValue | undefined): boolean =>
    isObject(item) && !Object.keys(item).some((name) => valueKeywords.has(expandName(active, name)))
  return items.length > 0 && items.every((item) => typeof item === 'string' || isNode(item))
}

const valueKeywords: ReadonlySet<unknown> = new Set(['@value', '@list', '@set'])

function eachKey({ faults }: TermWalk, map: JsonObject, visit: (key: string) => void): void {
  for (const key of Object.keys(map)) {
    if (faults.isFull) return
    faults.path.push(key)
    visit(key)
    faults.path.pop()
  }
}
