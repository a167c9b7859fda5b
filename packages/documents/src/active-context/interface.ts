import type { JsonValue } from '../json/interface.js'
import type { ActiveContext } from './active-context.js'
import type { NodeContexts, NodeFault, PlacedNode } from './node-contexts.js'
import type { ContextRefusal } from './refusal.js'

/** Base direction of a text. */
export type Direction = 'ltr' | 'rtl'

/** What a term definition can say of the shape of its values (JSON-LD 1.1 §9.15.1). */
export type Container = '@graph' | '@id' | '@index' | '@language' | '@list' | '@set' | '@type'

/** What a name stands for (JSON-LD 1.1 API §4.2, term definition). Never changes once its context is made. */
export interface TermDefinition {
  /** An absolute IRI; a keyword, of which the term is an alias; `null` when the term stands for nothing on purpose. */
  readonly iri: string | null
  /** True when compact IRIs can begin with the term. */
  readonly isPrefix: boolean
  /** True when the definition says its IRI or whether it is a prefix, and does not leave both to other terms. */
  readonly isPrefixWritten: boolean
  readonly isProtected: boolean
  readonly isReverse: boolean
  /** Datatype of the values, `@id`, `@vocab`, `@json` or `@none`. */
  readonly type: string | undefined
  /** In alphabetical order. */
  readonly containers: readonly Container[]
  /** The property that keys of an index map are values of. */
  readonly index: string | undefined
  readonly nest: string | undefined
  readonly language: string | null | undefined
  readonly direction: Direction | null | undefined
  /** The context scoped in the term: `null`, an object, or an array of those. It names no URLs any more. */
  readonly context: JsonValue | undefined
}

/** What of an active context decides how IRIs are expanded. */
export interface IriMappings {
  readonly terms: ReadonlyMap<string, TermDefinition>
  readonly vocab: string | undefined
  readonly base: string | undefined
}

/** The context that holds at the next place of a document, or why there is none. */
export type ContextResult = ActiveContext | ContextRefusal

/** Why the `@context` of an object cannot be applied. */
export interface LocalContextFault {
  /** Which of the contexts in its array; `undefined` when `@context` is not an array, or when all of them together. */
  readonly index: number | undefined
  /** The URL of the context, when it was named by one; of an unknown context, the URL that is not known. */
  readonly url: string | undefined
  readonly refusal: ContextRefusal
}

/**
 * Applies the contexts of a document. Active contexts are immutable and kept across calls, by the content of the contexts
 * they were made from: asking twice for the same costs one look-up.
 */
export interface ContextReader {
  /** The context in which every document begins: nothing is defined. */
  readonly initial: ActiveContext
  /** Applies the `@context` member of an object (JSON-LD 1.1 API §5.1.2 step 9). */
  embedded(active: ActiveContext, context: JsonValue): ActiveContext | readonly LocalContextFault[]
  /** Applies the context scoped in a property, or returns `active` when there is none (§5.1.2 step 8). */
  propertyScoped(active: ActiveContext, definition: TermDefinition): ContextResult
  /** Applies the context scoped in a type, or returns `active` when there is none (§5.1.2 step 11.2). */
  typeScoped(active: ActiveContext, definition: TermDefinition): ContextResult
  /** Finds the contexts in which an object is read (§5.1.2 steps 7 to 12), or why they are not known. */
  node(node: PlacedNode): NodeContexts | NodeFault
}
