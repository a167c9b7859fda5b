import type { ActiveContext } from '../active-context/active-context.js'
import { expandName, expandReference, expandType } from '../active-context/expand-iri.js'
import type { ContextReader, TermDefinition } from '../active-context/interface.js'
import { isAbsoluteIri, isBlankNode, isKeyword } from '../active-context/keywords.js'
import { hasOneOf } from '../active-context/members.js'
import { type NodeContexts, NodeFault, redefinesItself } from '../active-context/node-contexts.js'
import { ContextRefusal } from '../active-context/refusal.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { defaultJsonLimits } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import type { FaultList } from './fault-list.js'
import { isMap, walkMap } from './map-values.js'

/** An object whose members are looked at. */
interface NodeFrame extends NodeContexts {
  readonly object: JsonObject
  /** The property it is a value of. */
  readonly property: string | undefined
  /** True for what stands under `@nest`. */
  readonly isNested: boolean
}

/**
 * Goes through a document as the Expansion algorithm does (JSON-LD 1.1 API §5.1.2), but makes nothing: it only looks up
 * what names, types and identifiers stand for. What jsonld.js reads otherwise than the specification says is not judged.
 */
export class TermWalk {
  readonly reader: ContextReader
  readonly faults: FaultList

  constructor(reader: ContextReader, faults: FaultList) {
    this.reader = reader
    this.faults = faults
  }

  /**
   * A value of a property, or several.
   *
   * @param active - the context of the object that has the property
   * @param name - the property as written; `undefined` at the top of the document and inside keywords
   * @param isInMap - the value stands in an index, id or type map
   */
  value(
    active: ActiveContext,
    value: JsonValue | undefined,
    name?: string,
    definition?: TermDefinition,
    isInMap = false,
  ): void {
    if (typeof value === 'string') this.#text(active, value, name, definition)
    else if (Array.isArray(value)) this.#items(active, value, name, definition, isInMap)
    else if (isObject(value)) this.#object(active, value, name, definition, isInMap)
  }

  /** Step 5. */
  #items(
    active: ActiveContext,
    items: readonly JsonValue[],
    name: string | undefined,
    definition: TermDefinition | undefined,
    isInMap: boolean,
  ): void {
    const { path } = this.faults
    if (this.#isTooDeep()) return
    for (let index = 0; index < items.length && !this.faults.isFull; index += 1) {
      path.push(index)
      this.value(active, items[index], name, definition, isInMap)
      path.pop()
    }
  }

  /** Step 4, and value expansion (§5.3.2 steps 1 and 2). */
  #text(active: ActiveContext, text: string, name?: string, definition?: TermDefinition): void {
    if (name === undefined || definition === undefined) return
    if (definition.context === undefined) return this.#reference(active, text, definition.type)
    const scoped = this.reader.propertyScoped(active, definition)
    if (scoped instanceof ContextRefusal) return this.faults.refusedScope(scoped, name)
    const again = scoped.terms.get(name)
    if (again === definition) this.#reference(scoped, text, definition.type)
    else if (again !== undefined) this.faults.notChecked(redefinesItself)
  }

  #reference(active: ActiveContext, text: string, type: string | undefined): void {
    if (type !== '@id' && type !== '@vocab') return
    const iri = type === '@id' ? expandReference(active, text) : expandType(active, text)
    if (iri === null || !isAbsoluteIri(iri)) this.faults.relativeIdentifier(text)
  }

  /** Steps 6 to 14. */
  #object(
    active: ActiveContext,
    object: JsonObject,
    name: string | undefined,
    definition: TermDefinition | undefined,
    isInMap: boolean,
  ): void {
    if (this.#isTooDeep()) return
    const contexts = this.reader.node({ active, object, name, definition, isInMap })
    if (contexts instanceof NodeFault) return this.faults.nodeFault(contexts)
    // Written out, for a spread costs more than all the rest.
    const { active: inner, typeScoped } = contexts
    this.#members({ active: inner, typeScoped, object, property: name, isNested: false })
  }

  #isTooDeep(): boolean {
    const isTooDeep = this.faults.path.length > defaultJsonLimits.maxDepth
    if (isTooDeep) this.faults.notChecked('more levels are nested than are read')
    return isTooDeep
  }

  /** Steps 13 and 14. */
  #members(node: NodeFrame): void {
    const { active, object } = node
    const { path } = this.faults
    for (const name of Object.keys(object)) {
      const value = object[name]
      if (name === '@context' || value === undefined) continue
      const definition = active.terms.get(name)
      if (typeof value === 'string' && definition !== undefined && isText(definition)) continue
      if (this.faults.isFull) return
      path.push(name)
      if (definition === undefined) this.#unlistedMember(node, name, value)
      else if (definition.iri === null) this.faults.undefinedTerm(name)
      else if (standsForKeyword(definition)) this.#keyword(node, definition.iri, value, definition)
      else this.#property(active, name, definition, value)
      path.pop()
    }
  }

  /** A member whose name is no term: a keyword, an IRI, or nothing. */
  #unlistedMember(node: NodeFrame, name: string, value: JsonValue): void {
    const iri = expandName(node.active, name)
    if (iri !== null && isKeyword(iri)) this.#keyword(node, iri, value)
    else if (iri === null || !isAbsoluteIri(iri)) this.faults.undefinedTerm(name)
    else if (isBlankNode(iri)) this.faults.notChecked('a property that is a blank node')
    else this.value(node.active, value, name)
  }

  /** Steps 13.5 to 13.13. */
  #property(active: ActiveContext, name: string, definition: TermDefinition, value: JsonValue): void {
    if (isObject(value) && isMap(definition)) walkMap(this, active, name, definition, value)
    else if (definition.type !== '@json') this.value(active, value, name, definition)
  }

  /** Step 13.4. What is malformed otherwise is not the concern of this walk. */
  #keyword(node: NodeFrame, keyword: string, value: JsonValue, alias?: TermDefinition): void {
    const { active, property } = node
    switch (keyword) {
      case '@id':
        return typeof value === 'string' ? this.#reference(active, value, '@id') : undefined
      case '@type':
        return this.#types(node, value)
      case '@value':
      case '@language':
      case '@direction':
      case '@index':
        return
    }
    if (alias !== undefined && !isPlainAlias(alias)) return this.faults.notChecked(`another name for ${keyword}`)
    const definition = property === undefined ? undefined : active.terms.get(property)
    switch (keyword) {
      case '@graph':
      case '@reverse':
        return this.value(active, value)
      case '@included':
        if (definition?.context !== undefined)
          return this.faults.notChecked('@included under a property with a context')
        return this.value(active, value)
      case '@list':
      case '@set':
        if (node.isNested || Object.keys(node.object).length > (Object.hasOwn(node.object, '@context') ? 2 : 1)) {
          return this.faults.notChecked(`${keyword} beside other members`)
        }
        if (definition !== undefined && standsForKeyword(definition)) {
          return this.faults.notChecked('a property that stands for a keyword further inside')
        }
        return this.value(active, value, property, definition)
      case '@nest':
        return this.#nested(node, value)
      default:
        this.faults.notChecked(`${keyword} as a member`)
    }
  }

  /** Step 13.4.4. */
  #types(node: NodeFrame, value: JsonValue): void {
    if (typeof value === 'string') this.#type(node, value)
    if (!Array.isArray(value)) return
    const { path } = this.faults
    for (let index = 0; index < value.length; index += 1) {
      const type = value[index]
      if (typeof type !== 'string') continue
      path.push(index)
      this.#type(node, type)
      path.pop()
    }
  }

  #type({ active, typeScoped, object }: NodeFrame, type: string): void {
    const definition = typeScoped.terms.get(type)
    if (definition !== undefined && definition.iri !== null && !standsForKeyword(definition)) return
    const iri = expandType(typeScoped, type)
    const isKnown = iri === '@json' ? hasOneOf(object, active.namesOf('@value')) : iri !== null && isAbsoluteIri(iri)
    if (!isKnown) this.faults.undefinedType(type)
  }

  /** Step 14: members that stand one level deeper than they belong. */
  #nested(node: NodeFrame, value: JsonValue): void {
    if (this.#isTooDeep()) return
    if (isObject(value)) this.#members({ ...node, object: value, isNested: true })
    if (!Array.isArray(value)) return
    const { path } = this.faults
    for (const [index, item] of value.entries()) {
      if (!isObject(item)) continue
      path.push(index)
      this.#members({ ...node, object: item, isNested: true })
      path.pop()
    }
  }
}

const standsForKeyword = ({ iri }: TermDefinition): boolean => iri?.charCodeAt(0) === 64

/** True for an ordinary property, whose values of type string are nothing but texts. */
const isText = (definition: TermDefinition): boolean =>
  definition.context === undefined &&
  definition.type !== '@id' &&
  definition.type !== '@vocab' &&
  definition.iri !== null &&
  !standsForKeyword(definition)

/** True when a definition only says for which keyword its term stands. */
const isPlainAlias = ({ containers, context, index, type }: TermDefinition): boolean =>
  containers.length === 0 && context === undefined && index === undefined && type === undefined
