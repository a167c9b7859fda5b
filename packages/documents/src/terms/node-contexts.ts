import { ActiveContext, ContextRefusal, type TermDefinition } from '../active-context/index.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { hasMember, hasOneOf } from './members.js'
import type { TermWalk } from './term-walk.js'

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
}

/** The contexts in which an object is read. */
export interface NodeContexts {
  readonly active: ActiveContext
  /** The context before those of its types, in which the types themselves are read. */
  readonly typeScoped: ActiveContext
}

export const redefinesItself = 'a property whose own context redefines it'

/** Steps 7 to 12 of the Expansion algorithm (JSON-LD 1.1 API §5.1.2), or `undefined` when there is a fault. */
export function contextsOfNode(walk: TermWalk, node: PlacedNode): NodeContexts | undefined {
  const outer = propertyScoped(walk, node)
  const typeScoped = outer && embedded(walk, outer, node.object['@context'])
  const active = typeScoped && scopedByTypes(walk, typeScoped, node.object)
  return active && typeScoped && { active, typeScoped }
}

/** Step 8. */
function propertyScoped(walk: TermWalk, node: PlacedNode): ActiveContext | undefined {
  const { active, object, name, definition, isInMap } = node
  const reverted = isInMap ? active : revertedFor(walk, active, object)
  if (reverted === undefined || name === undefined || definition?.context === undefined) return reverted
  // jsonld.js looks the property up again in the context that is scoped in it.
  const scoped = walk.reader.propertyScoped(active, definition)
  if (scoped instanceof ContextRefusal) return refuse(walk, scoped, name)
  const again = scoped.terms.get(name)
  if (again !== definition) {
    // `null` drops the property, and all else that could be in doubt.
    const isDropped = again === undefined && scoped.previous === undefined
    return isDropped ? scoped : decline(walk, redefinesItself)
  }
  if (reverted === active) return scoped
  const isSame = namesThatRevert(active) === namesThatRevert(scoped)
  if (!isSame) return decline(walk, 'a property whose own context renames @id or @value')
  const result = walk.reader.propertyScoped(reverted, definition)
  return result instanceof ContextRefusal ? refuse(walk, result, name) : result
}

/** Step 7: a context that does not propagate ends where another node begins. */
function revertedFor(walk: TermWalk, active: ActiveContext, object: JsonObject): ActiveContext | undefined {
  const { previous } = active
  if (previous === undefined) return active
  const names = Object.keys(object)
  if (hasOneOf(object, active.namesOf('@value'))) {
    // jsonld.js looks for values among few members only.
    const isSmall = names.length <= 2 && !names.includes('@context')
    return isSmall ? active : decline(walk, 'a value object of many members under a type-scoped context')
  }
  const isReference = names.length === 1 && active.namesOf('@id').includes(names[0] as string)
  return isReference ? active : previous
}

/** The names by which step 7 knows the objects that keep a context. */
const namesThatRevert = (active: ActiveContext): string =>
  [...active.namesOf('@id'), ...active.namesOf('@value')].join(' ')

/** Step 9. */
function embedded(
  { reader, faults }: TermWalk,
  active: ActiveContext,
  context: JsonValue | undefined,
): ActiveContext | undefined {
  if (context === undefined) return active
  const result = reader.embedded(active, context)
  if (result instanceof ActiveContext) return result
  for (const fault of result) faults.refusedContext(fault)
  return undefined
}

/** Step 11. */
function scopedByTypes(walk: TermWalk, typeScoped: ActiveContext, object: JsonObject): ActiveContext | undefined {
  let active = typeScoped
  for (const name of typeScoped.namesOf('@type')) {
    if (!hasMember(object, name)) continue
    for (const type of typesWithContext(typeScoped, object[name])) {
      const result = walk.reader.typeScoped(active, typeScoped.terms.get(type) as TermDefinition)
      if (result instanceof ContextRefusal) return refuseType(walk, result, [name, object[name], type])
      active = result
    }
  }
  return active
}

const none: readonly string[] = []

/** The types that bring a context, in alphabetical order. */
function typesWithContext(active: ActiveContext, types: JsonValue | undefined): readonly string[] {
  const hasContext = (type: JsonValue | undefined): type is string =>
    typeof type === 'string' && active.terms.get(type)?.context !== undefined
  if (!Array.isArray(types)) return hasContext(types) ? [types] : none
  if (types.length === 1) return hasContext(types[0]) ? (types as string[]) : none
  return types.filter(hasContext).sort()
}

function refuse({ faults }: TermWalk, refusal: ContextRefusal, name: string): undefined {
  faults.refusedScope(refusal, name)
  return undefined
}

function refuseType(
  walk: TermWalk,
  refusal: ContextRefusal,
  [name, types, type]: [string, JsonValue | undefined, string],
): undefined {
  const place = Array.isArray(types) ? [name, types.indexOf(type)] : [name]
  walk.faults.path.push(...place)
  refuse(walk, refusal, type)
  walk.faults.path.length -= place.length
  return undefined
}

function decline({ faults }: TermWalk, reason: string): undefined {
  faults.notChecked(reason)
  return undefined
}
