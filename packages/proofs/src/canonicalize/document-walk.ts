import { defaultJsonLimits, type JsonObject, type JsonValue } from '@testamur/documents'
import {
  type ActiveContext,
  type CompiledTerm,
  type ContextReader,
  ContextRefusal,
  type NodeContexts,
  NodeFault,
} from '@testamur/documents/active-context'
import { isObject } from '@testamur/documents/json'
import { Declined } from './declined.js'
import { languageLiterals } from './language-map.js'
import { Lists } from './lists.js'
import { jsonLiteral, nativeLiteral, nativeSpelling, textLiteral } from './literals.js'
import { idOf, isKeyword, isOfUrls, isValueObject, orderedNames, refuseOddObject } from './members.js'
import { type Resource, type Spelling, Statements } from './statements.js'
import { literalOfValueObject } from './value-object.js'

/** How a document is walked. */
export interface WalkOptions {
  /** What counts as the `@context` of the document. Default: its own. */
  readonly context: JsonValue | undefined
  /** The member of the document that is left out. */
  readonly omit: string | undefined
  /** `plain`: only names that the contexts define as such are read; `any`: IRIs and keywords too. */
  readonly names: 'plain' | 'any'
  /** Goes through members in the order of jsonld.js, so that blank nodes get the names they have there. */
  readonly isOrdered: boolean
}

/** A node object that is read: its contexts, the node it stands for, and the graph it stands in. */
interface Node extends NodeContexts {
  readonly subject: Resource
  readonly graph: Resource | undefined
  /** True once its types were read. */
  hasTypes: boolean
}

/** Levels of arrays and objects; the reference reads more, of which values and contexts may take some. */
const maxDepth = defaultJsonLimits.maxDepth - 32

const rdfType = ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> '

/**
 * Goes through a document once and writes down its statements: the Expansion algorithm (JSON-LD 1.1 API §5.1.2), Node Map
 * Generation (§7.2) and Deserialize JSON-LD to RDF (§8.1.2) at a stroke, for as much of JSON-LD as records use. Throws
 * {@link Declined} for all else, for what safe mode refuses, and for what would be dropped.
 */
export class DocumentWalk {
  readonly statements: Statements = new Statements()
  readonly #lists: Lists = new Lists(this.statements)
  readonly #reader: ContextReader
  readonly #options: WalkOptions
  /** What `coverageProblems` may have something to say about. */
  #holdsUncommon = false
  /** Names that an inline context defines must have a value, or no statement covers them. */
  #hasInlineContext = false
  #depth = 0
  /** How the object that was made last is spelled; kept here, for an object per value would cost more than the value. */
  #spelling: Spelling = 'plain'
  /** For a text with a direction, the same literal without. */
  #undirected: string | undefined

  constructor(reader: ContextReader, options: WalkOptions) {
    this.#reader = reader
    this.#options = options
  }

  /** True when the document holds something that is to be looked at in the JSON: see `coverageProblems`. */
  get needsCoverageCheck(): boolean {
    return this.#holdsUncommon || this.#hasInlineContext
  }

  document(document: JsonObject): void {
    const { context, omit, isOrdered } = this.#options
    for (const _ in {}) throw new Declined('members that all objects inherit')
    this.#hasInlineContext = !isOfUrls(context)
    const active = this.#reader.initial
    const place = { active, object: document, name: undefined, definition: undefined, isInMap: false, context }
    const contexts = known(this.#reader.node(place))
    if (isValueObject(contexts, document)) throw new Declined('a document that is a value')
    if (omit !== undefined && isKeyword(contexts, omit)) throw new Declined('to leave out what stands for a keyword')
    this.#node(contexts, document, undefined, omit)
    // Safe mode refuses documents that are empty or only say their id.
    if (this.statements.size === 0) throw new Declined('a document without statements')
    if (isOrdered) this.#lists.nameCells()
  }

  /** Steps 13 and 14 of the Expansion algorithm, for a node object. Returns the node. */
  #node(
    { active, typeScoped }: NodeContexts,
    object: JsonObject,
    graph: Resource | undefined,
    omit?: string,
  ): Resource {
    this.#enter()
    refuseOddObject(object)
    const subject = this.#subject(active, object)
    const node = { active, typeScoped, subject, graph, hasTypes: false }
    // No array of names is made where none is needed; nothing is inherited, see `document`.
    if (this.#options.isOrdered)
      for (const name of orderedNames(active, object)) this.#member(node, name, object[name], omit)
    else for (const name in object) this.#member(node, name, object[name], omit)
    this.#depth -= 1
    return subject
  }

  #member(node: Node, name: string, value: JsonValue | undefined, omit: string | undefined): void {
    if (name === omit) return
    if (name === '@context') {
      if (!isOfUrls(value)) this.#hasInlineContext = true
      return
    }
    const term = this.#term(node.active, name)
    if (term.kind === 'property') this.#property(node, term, value)
    else if (term.kind === 'type') this.#types(node, name, value)
    else if (term.kind === 'nest') this.#nested(node, value)
    else if (term.kind !== 'id') throw new Declined('a name that is undefined or not read')
  }

  #enter(): void {
    if (this.#depth === maxDepth) throw new Declined('more levels than are read')
    this.#depth += 1
  }

  #term(active: ActiveContext, name: string): CompiledTerm {
    const term = active.term(name)
    // A vocabulary takes any name, however long.
    if (term.definition === undefined) this.#holdsUncommon = true
    if (!term.isPlainName && this.#options.names === 'plain') throw new Declined('an IRI or keyword in place of a name')
    return term
  }

  /** Step 13.4.3, and the naming of nodes without an id. */
  #subject(active: ActiveContext, object: JsonObject): Resource {
    const id = idOf(active, object)
    if (id === undefined) return this.statements.blank()
    const reference = this.#reference(active.reference(id))
    return typeof reference === 'string' ? this.statements.iri(reference) : reference
  }

  /** An IRI as N-Quads write it, or a blank node. */
  #reference(text: string | undefined): string | Resource {
    if (text === undefined) throw new Declined('a reference that is not absolute')
    if (text.startsWith('<')) return text
    this.#holdsUncommon = true
    return this.statements.labelled(text)
  }

  /** Step 13.4.4. */
  #types(node: Node, name: string, value: JsonValue | undefined): void {
    const { typeScoped, subject, graph } = node
    if (node.hasTypes) throw new Declined('two names for @type')
    node.hasTypes = true
    for (const type of Array.isArray(value) ? value : [value]) {
      if (typeof type !== 'string') throw new Declined('a type that is no text')
      const text = typeScoped.type(type)
      if (!text?.startsWith('<')) throw new Declined('a type that is undefined or a blank node')
      // The reference looks for IRIs by the name `type`, whatever it stands for.
      if (type.includes(':') || name !== 'type') this.#holdsUncommon = true
      this.statements.add(subject, rdfType, text, graph)
    }
  }

  /** Step 14: members that stand one level deeper than they belong. */
  #nested(node: Node, value: JsonValue | undefined): void {
    if (this.#options.isOrdered) throw new Declined('nested members among nodes that look alike')
    this.#holdsUncommon = true
    for (const members of Array.isArray(value) ? value : [value]) {
      if (!isObject(members) || '@context' in members) throw new Declined('nested members that are none')
      for (const name of Object.keys(members)) {
        const term = this.#term(node.active, name)
        if (term.kind !== 'property') throw new Declined('a nested name that is undefined or not read')
        this.#property(node, term, members[name])
      }
    }
  }

  /** Steps 13.5 to 13.13. */
  #property(node: Node, term: CompiledTerm, value: JsonValue | undefined): void {
    // What the reference looks for by its name, whatever that stands for.
    if (term.name === 'id' || term.name === 'type' || term.values === 'json') this.#holdsUncommon = true
    if (term.values === 'json') {
      this.statements.add(node.subject, term.predicate, jsonLiteral(value), node.graph, 'single') // step 13.6
    } else if (term.container === 'list') this.#list(node, term, value)
    else if (term.container === 'graph') this.#graphs(node, term, value)
    else if (term.container === 'language' && isObject(value)) this.#languageMap(node, term, value)
    else this.#values(node, term, value)
  }

  /** The values of a property, each in a statement of its own. */
  #values(node: Node, term: CompiledTerm, value: JsonValue | undefined): void {
    if (Array.isArray(value)) {
      this.#enter()
      for (const item of value) this.#values(node, term, item)
      this.#depth -= 1
    } else if (value !== null) {
      const object = this.#object(node, term, value)
      const undirected = this.#undirected
      if (undirected === undefined) {
        this.statements.add(node.subject, term.predicate, object, node.graph, this.#spelling)
      } else if (typeof object === 'string' && node.graph === undefined) {
        this.statements.addDirected(node.subject, term.predicate, object, undirected)
      } else throw new Declined('a text with a direction in a named graph')
    }
  }

  /** Step 13.10. */
  #list(node: Node, term: CompiledTerm, value: JsonValue | undefined): void {
    if (value === null) return
    const items: (Resource | string)[] = []
    for (const item of Array.isArray(value) ? value : [value]) {
      if (Array.isArray(item)) throw new Declined('a list of lists')
      if (item !== null) items.push(this.#object(node, term, item))
    }
    this.#lists.add(node.subject, term.predicate, items, node.graph)
  }

  /** Step 13.11: each value is a graph of its own, without a name. */
  #graphs(node: Node, term: CompiledTerm, value: JsonValue | undefined): void {
    if (Array.isArray(value)) {
      this.#enter()
      for (const item of value) this.#graphs(node, term, item)
      this.#depth -= 1
    } else if (isObject(value)) {
      const contexts = this.#contexts(node.active, term, value)
      if (isValueObject(contexts, value)) throw new Declined('a graph that is a value')
      const { size } = this.statements
      const graph = this.statements.blank()
      this.#node(contexts, value, graph)
      // Safe mode refuses graphs that are empty or only hold an id.
      if (this.statements.size === size) throw new Declined('a graph without statements')
      this.statements.add(node.subject, term.predicate, graph, node.graph)
    } else if (value !== null) throw new Declined('a graph that is no object')
  }

  /** Step 13.7. The reference takes languages for names of members, and looks at those. */
  #languageMap({ active, subject, graph }: Node, term: CompiledTerm, map: JsonObject): void {
    this.#holdsUncommon = true
    for (const literal of languageLiterals(active, term, map)) {
      this.statements.add(subject, term.predicate, literal, graph)
    }
  }

  /** The object of a statement: what one value of a property stands for. */
  #object({ active, graph }: Node, term: CompiledTerm, value: JsonValue | undefined): Resource | string {
    this.#undirected = undefined
    this.#spelling = 'plain'
    if (isObject(value)) {
      const contexts = this.#contexts(active, term, value)
      // jsonld.js looks there whether an object without statements may stand here.
      if (contexts.active !== active && isGraphIn(contexts.active, term.name)) {
        throw new Declined('a property that is a graph by the context of its value')
      }
      return isValueObject(contexts, value)
        ? this.#valueObject(contexts, value)
        : this.#nodeObject(contexts, value, graph)
    }
    const scoped = this.#scoped(active, term)
    const scopedTerm = scoped === active ? term : scoped.term(term.name)
    if (typeof value === 'string') return this.#text(scoped, scopedTerm, value)
    if (typeof value !== 'number' && typeof value !== 'boolean') throw new Declined('a member without a value')
    this.#spelling = nativeSpelling(scopedTerm.datatype)
    return nativeLiteral(value, scopedTerm.datatype)
  }

  #nodeObject(contexts: NodeContexts, object: JsonObject, graph: Resource | undefined): Resource | string {
    const node = this.#node(contexts, object, graph)
    // Not those of the last literal inside.
    this.#undirected = undefined
    this.#spelling = 'plain'
    return node.isBlank ? node : node.text
  }

  #valueObject(contexts: NodeContexts, object: JsonObject): string {
    const { text, spelling, undirected } = literalOfValueObject(contexts, object)
    this.#holdsUncommon = true
    this.#undirected = undirected
    this.#spelling = spelling
    return text
  }

  /** Value Expansion (JSON-LD 1.1 API §5.3.2). */
  #text(active: ActiveContext, term: CompiledTerm, text: string): Resource | string {
    if (term.values === 'reference') return this.#reference(active.reference(text))
    if (term.values === 'vocabulary') return this.#reference(active.type(text))
    if (term.literalEnd === undefined) throw new Declined('a text of this datatype or direction')
    if (term.literalEnd === '"' && term.datatype !== undefined) this.#spelling = 'typed-text'
    return textLiteral(text, term.literalEnd)
  }

  /** The context that is scoped in a property, in which its texts stand. */
  #scoped(active: ActiveContext, { name, definition }: CompiledTerm): ActiveContext {
    if (definition?.context === undefined) return active
    const scoped = this.#reader.propertyScoped(active, definition)
    // jsonld.js looks the property up again in the context that is scoped in it.
    const isSame = !(scoped instanceof ContextRefusal) && scoped.terms.get(name) === definition
    if (!isSame) throw new Declined('a scoped context that is refused, or redefines its property')
    return scoped
  }

  #contexts(active: ActiveContext, { name, definition }: CompiledTerm, object: JsonObject): NodeContexts {
    return known(this.#reader.node({ active, object, name, definition, isInMap: false }))
  }
}

/** Asked of the definition: to compile names that are none in this context would cost as much as the object. */
const isGraphIn = ({ terms }: ActiveContext, name: string): boolean => terms.get(name)?.containers[0] === '@graph'

function known(contexts: NodeContexts | NodeFault): NodeContexts {
  if (contexts instanceof NodeFault) throw new Declined(contexts.reason)
  return contexts
}
