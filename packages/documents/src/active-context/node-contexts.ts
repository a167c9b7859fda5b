import type { JsonObject, JsonValue } from '../json/interface.js'
import { ActiveContext } from './active-context.js'
import type { ContextReader, LocalContextFault, TermDefinition } from './interface.js'
import { hasMember, hasOneOf } from './members.js'
import { ContextRefusal } from './refusal.js'

/** An object, and where it stands. */
export interface PlacedNode {
  /** The context of the object that holds it. */
  readonly active: ActiveContext
  readonly object: JsonObject
  /** The property it is a value of, as written. */
  readonly name: string | undefined
  readonly definition: TermDefinition | undefined
  /** True for what stands in an index, id or type map. */
  readonly isInMap: boolean
  /** What counts as the `@context` of the object. Default: its own. */
  readonly context?: JsonValue | undefined
}

/** The contexts in which an object is read. */
export interface NodeContexts {
  readonly active: ActiveContext
  /** The context before those of its types, in which the types themselves are read. */
  readonly typeScoped: ActiveContext
}

/** Why the contexts of an object are not known. */
export class NodeFault {
  /** What is at fault: its own contexts; the one scoped in its property or type; or something that is not read here. */
  readonly cause: readonly LocalContextFault[] | ContextRefusal | string
  /** The property or type in which the context at fault is scoped. */
  readonly name: string | undefined
  /** Members and index that lead from the object to the type at fault. */
  readonly path: readonly (string | number)[]

  /** The cause in few words. */
  get reason(): string {
    if (typeof this.cause === 'string') return this.cause
    const refusal = this.cause instanceof ContextRefusal ? this.cause : this.cause[0]?.refusal
    return `a context that is ${refusal?.kind}`
  }

  constructor(cause: NodeFault['cause'], name?: string, path: NodeFault['path'] = []) {
    this.cause = cause
    this.name = name
    this.path = path
  }
}

export const redefinesItself = 'a property whose own context redefines it'

/** Steps 7 to 12 of the Expansion algorithm (JSON-LD 1.1 API §5.1.2). */
export function contextsOfNode(reader: ContextReader, node: PlacedNode): NodeContexts | NodeFault {
  const outer = propertyScoped(reader, node)
  if (outer instanceof NodeFault) return outer
  const typeScoped = embedded(reader, outer, node.context ?? node.object['@context'])
  if (typeScoped instanceof NodeFault) return typeScoped
  const active = scopedByTypes(reader, typeScoped, node.object)
  return active instanceof NodeFault ? active : { active, typeScoped }
}

/** Step 8. */
function propertyScoped(reader: ContextReader, node: PlacedNode): ActiveContext | NodeFault {
  const { active, object, name, definition, isInMap } = node
  const reverted = isInMap ? active : revertedFor(active, object)
  if (reverted instanceof NodeFault || name === undefined || definition?.context === undefined) return reverted
  // jsonld.js looks the property up again in the context that is scoped in it.
  const scoped = reader.propertyScoped(active, definition)
  if (scoped instanceof ContextRefusal) return new NodeFault(scoped, name)
  const again = scoped.terms.get(name)
  if (again !== definition) {
    // `null` drops the property, and all else that could be in doubt.
    const isDropped = again === undefined && scoped.previous === undefined
    return isDropped ? scoped : new NodeFault(redefinesItself)
  }
  if (reverted === active) return scoped
  const isSame = namesThatRevert(active) === namesThatRevert(scoped)
  if (!isSame) return new NodeFault('a property whose own context renames @id or @value')
  const result = reader.propertyScoped(reverted, definition)
  return result instanceof ContextRefusal ? new NodeFault(result, name) : result
}

/** Step 7: a context that does not propagate ends where another node begins. */
function revertedFor(active: ActiveContext, object: JsonObject): ActiveContext | NodeFault {
  const { previous } = active
  if (previous === undefined) return active
  if (hasOneOf(object, active.namesOf('@value'))) {
    // jsonld.js looks for values among few members only.
    const names = Object.keys(object)
    const isSmall = names.length <= 2 && !names.includes('@context')
    return isSmall || names.every((name) => textMembers.has(name))
      ? active
      : new NodeFault('a value object of many members under a type-scoped context')
  }
  return isReference(active, object) ? active : previous
}

/** Members of value objects that mean the same in every context. */
const textMembers = new Set(['@value', '@language', '@direction', '@index'])

/** True for an object that only says its id. */
function isReference(active: ActiveContext, object: JsonObject): boolean {
  let count = 0
  for (const name in object) if (Object.hasOwn(object, name) && ++count > 1) return false
  return hasOneOf(object, active.namesOf('@id'))
}

/** The names by which step 7 knows the objects that keep a context. */
const namesThatRevert = (active: ActiveContext): string =>
  [...active.namesOf('@id'), ...active.namesOf('@value')].join(' ')

/** Step 9. */
function embedded(
  reader: ContextReader,
  active: ActiveContext,
  context: JsonValue | undefined,
): ActiveContext | NodeFault {
  if (context === undefined) return active
  const result = reader.embedded(active, context)
  return result instanceof ActiveContext ? result : new NodeFault(result)
}

/** Step 11. */
function scopedByTypes(
  reader: ContextReader,
  typeScoped: ActiveContext,
  object: JsonObject,
): ActiveContext | NodeFault {
  let active = typeScoped
  for (const name of typeScoped.namesOf('@type')) {
    if (!hasMember(object, name)) continue
    const types = object[name]
    for (const type of typesWithContext(typeScoped, types)) {
      const result = reader.typeScoped(active, typeScoped.terms.get(type) as TermDefinition)
      if (result instanceof ContextRefusal) {
        return new NodeFault(result, type, Array.isArray(types) ? [name, types.indexOf(type)] : [name])
      }
      active = result
    }
  }
  return active
}

const none: readonly string[] = []

/** The types that bring a context, in alphabetical order. */
function typesWithContext(active: ActiveContext, types: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(types)) return bringsContext(active, types) ? [types] : none
  let found: string[] | undefined
  for (const type of types) {
    if (!bringsContext(active, type)) continue
    if (found === undefined) found = [type]
    else found.push(type)
  }
  return found?.sort() ?? none
}

const bringsContext = (active: ActiveContext, type: JsonValue | undefined): type is string =>
  typeof type === 'string' && active.terms.get(type)?.context !== undefined
