import type { ContextSource } from '../contexts/interface.js'
import type { JsonValue } from '../json/interface.js'
import type { ActiveContext } from './active-context.js'
import { spend, type WorkBudget } from './context-draft.js'
import { ContextMemory } from './context-memory.js'
import type { ContextReader, ContextResult, LocalContextFault, TermDefinition } from './interface.js'
import type { ContextEntry } from './link-context.js'
import { contextsOfNode, type NodeContexts, type NodeFault, type PlacedNode } from './node-contexts.js'
import { processContext } from './process-context.js'
import { ContextRefusal, declined, invalid, orRefusal, unknown } from './refusal.js'

/** Definitions that one reader may make or copy: some ten times what all bundled contexts together take. */
const maxWork = 250_000
/** Definitions that are kept before all are forgotten. */
const maxKept = 500_000

let memory = new ContextMemory()

/**
 * Returns a reader for the contexts of one document. It shares what was made before of contexts with the same content, and
 * declines when a document asks for too much work.
 *
 * @example
 * ```ts
 * import { ActiveContext, contextReader } from '@testamur/documents/active-context'
 * import { contextSource, contextUrls } from '@testamur/documents/contexts'
 *
 * const reader = contextReader(contextSource())
 * const active = reader.embedded(reader.initial, contextUrls.credentialsV2)
 * if (active instanceof ActiveContext) console.log(active.type('VerifiableCredential'))
 * // <https://www.w3.org/2018/credentials#VerifiableCredential>
 * ```
 */
export function contextReader(contexts: ContextSource): ContextReader {
  if (memory.weight > maxKept) memory = new ContextMemory()
  return new MemoryReader(memory, contexts)
}

/** An entry of a `@context`, and where it came from. */
interface PlacedEntry {
  readonly entry: ContextEntry
  readonly index: number | undefined
  readonly url: string | undefined
}

class MemoryReader implements ContextReader {
  readonly initial: ActiveContext
  readonly #memory: ContextMemory
  readonly #contexts: ContextSource
  readonly #budget: WorkBudget = { left: maxWork }
  readonly #named = new Map<string, readonly ContextEntry[] | ContextRefusal>()

  constructor(memory: ContextMemory, contexts: ContextSource) {
    this.initial = memory.initial
    this.#memory = memory
    this.#contexts = contexts
  }

  embedded(active: ActiveContext, context: JsonValue): ActiveContext | readonly LocalContextFault[] {
    const placed: PlacedEntry[] = []
    const faults: LocalContextFault[] = []
    const place = (item: JsonValue, index: number | undefined): void => {
      const url = typeof item === 'string' ? item : undefined
      const entries = url === undefined ? this.#inlineEntries(item) : this.#namedEntries(url)
      if (entries instanceof ContextRefusal) {
        faults.push({ index, url: entries.kind === 'unknown' ? entries.reason : url, refusal: entries })
      } else for (const entry of entries) placed.push({ entry, index, url })
    }
    if (Array.isArray(context)) context.forEach(place)
    else place(context, undefined)
    return faults.length > 0 ? faults : this.#applyAll(active, placed)
  }

  propertyScoped(active: ActiveContext, definition: TermDefinition): ContextResult {
    const { context } = definition
    if (context === undefined) return active
    const known = active.propertyScoped.get(definition)
    if (known !== undefined) return known
    return this.#remember(active.propertyScoped, definition, () =>
      processContext(active, context, { budget: this.#budget, propagate: true, overrideProtected: true }),
    )
  }

  typeScoped(active: ActiveContext, definition: TermDefinition): ContextResult {
    const { context } = definition
    if (context === undefined) return active
    const known = active.typeScoped.get(definition)
    if (known !== undefined) return known
    return this.#remember(active.typeScoped, definition, () => {
      const scoped = processContext(active, context, {
        budget: this.#budget,
        propagate: false,
        overrideProtected: false,
      })
      const [before, after] = [active, scoped].map((one) => one.namesOf('@type').join(' '))
      if (before !== after) throw declined('a type that changes which names stand for @type')
      return scoped
    })
  }

  node(node: PlacedNode): NodeContexts | NodeFault {
    return contextsOfNode(this, node)
  }

  #inlineEntries(item: JsonValue): readonly ContextEntry[] | ContextRefusal {
    return orRefusal(() => {
      spend(this.#budget, 1)
      if (Array.isArray(item)) throw invalid('invalid local context')
      return this.#memory.inlineEntries(item, this.#contexts, this.#budget)
    })
  }

  /** The source is asked once: what it says holds for the whole document. */
  #namedEntries(url: string): readonly ContextEntry[] | ContextRefusal {
    const known = this.#named.get(url)
    if (known !== undefined) return known
    const entries = orRefusal(() => {
      const document = this.#contexts(url)
      if (document === undefined) throw unknown(url)
      return this.#memory.documentEntries(document, url, this.#contexts, this.#budget)
    })
    this.#named.set(url, entries)
    return entries
  }

  #applyAll(active: ActiveContext, placed: readonly PlacedEntry[]): ActiveContext | readonly LocalContextFault[] {
    if (placed.length > 1 && placed.some(({ entry }) => entry?.['@propagate'] !== undefined)) {
      // Specification and implementations differ in which one speaks.
      return [{ index: undefined, url: undefined, refusal: declined('@propagate among several contexts') }]
    }
    let current = active
    for (const { entry, index, url } of placed) {
      const result: ContextResult = current.embedded.get(entry) ?? this.#apply(current, entry)
      if (result instanceof ContextRefusal) return [{ index, url, refusal: result }]
      current = result
    }
    return current
  }

  #apply(active: ActiveContext, entry: ContextEntry): ContextResult {
    return this.#remember(active.embedded, entry, () =>
      processContext(active, entry, { budget: this.#budget, propagate: true, overrideProtected: false }),
    )
  }

  #remember<Key>(results: Map<Key, ContextResult>, key: Key, make: () => ActiveContext): ContextResult {
    const result = orRefusal(make)
    if (result instanceof ContextRefusal && result.isPassing) return result
    results.set(key, result)
    this.#memory.weight += result instanceof ContextRefusal ? 1 : result.terms.size + 1
    return result
  }
}
