import { isBundled } from '../contexts/bundled-contexts.js'
import type { ContextDocument, ContextSource } from '../contexts/interface.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { ActiveContext } from './active-context.js'
import { spend, type WorkBudget } from './context-draft.js'
import { type ContextEntry, linkContext } from './link-context.js'

/** What one definition is taken to weigh, in characters of its text. */
const charactersOfDefinition = 64

/**
 * What is kept of contexts across calls: the entries they consist of, each under its own text, and in the active contexts
 * that begin at `initial` all that was made of them. A URL is never a key: what it leads to is asked of each call's source.
 */
export class ContextMemory {
  readonly initial: ActiveContext = new ActiveContext({
    terms: new Map(),
    vocab: undefined,
    base: undefined,
    language: undefined,
    direction: undefined,
    previous: undefined,
    hadProtected: false,
  })
  readonly #entries = new Map<string, JsonObject>()
  readonly #documents = new WeakMap<ContextDocument, readonly ContextEntry[]>()

  /** Definitions that are kept, or what else takes as much room. */
  weight = 0

  /** The entries of a context that stands in a document. Equal entries are the same object each time. */
  inlineEntries(context: JsonValue, contexts: ContextSource, budget: WorkBudget): readonly ContextEntry[] {
    return linkContext(context, contexts).entries.map((entry) => this.#same(entry, budget))
  }

  /** The entries of a context document that was read from `url`. */
  documentEntries(
    document: ContextDocument,
    url: string,
    contexts: ContextSource,
    budget: WorkBudget,
  ): readonly ContextEntry[] {
    if (isBundled(document)) return [document['@context'] as JsonObject]
    const known = this.#documents.get(document)
    if (known !== undefined) return known
    const linked = linkContext(document['@context'], contexts, url)
    const entries = linked.entries.map((entry) => this.#same(entry, budget))
    // Only what can neither change nor lead elsewhere may be known by its identity.
    if (linked.isClosed && isDeepFrozen(document)) this.#documents.set(document, entries)
    return entries
  }

  #same(entry: ContextEntry, budget: WorkBudget): ContextEntry {
    if (entry === null) return null
    const text = JSON.stringify(entry)
    const definitions = Math.ceil(text.length / charactersOfDefinition)
    spend(budget, definitions)
    const known = this.#entries.get(text)
    if (known !== undefined) return known
    const copy = JSON.parse(text) as JsonObject
    this.#entries.set(text, copy)
    this.weight += definitions
    return copy
  }
}

const isDeepFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen))
