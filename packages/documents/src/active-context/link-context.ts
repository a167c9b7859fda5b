import type { ContextSource } from '../contexts/interface.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import { isAbsoluteIri } from './keywords.js'
import { declined, invalid, unknown } from './refusal.js'
import { resolveIri } from './resolve-iri.js'

/** Contexts that name contexts that name contexts … */
const maxChain = 8
/** Contexts that one context names, in whatever scope. */
const maxLinks = 64

/** One entry of a local context. */
export type ContextEntry = JsonObject | null

/** A context without URLs. */
export interface LinkedContext {
  readonly entries: readonly ContextEntry[]
  /** True when it named no URLs in the first place. */
  readonly isClosed: boolean
}

/**
 * Returns a context as entries that name no URLs any more: what they lead to stands in their place, also in scoped
 * contexts. So an entry alone decides what it defines, wherever it came from. Throws a `ContextRefusal`.
 *
 * @param url - where the context was read from; `undefined` for one that stands in the document
 */
export function linkContext(context: JsonValue, contexts: ContextSource, url?: string): LinkedContext {
  const linker = new Linker(contexts)
  const entries = linker.entries(shallow(context), url === undefined ? [] : [url])
  return { entries, isClosed: linker.links === 0 }
}

/** Deepest nesting of a context; one scoped in a term takes two levels. */
const maxDepth = 48

/** Returns the value unless it is nested too deeply to be looked into without care. */
function shallow(value: JsonValue): JsonValue {
  const isDeeper = (inner: JsonValue | undefined, levels: number): boolean => {
    if (typeof inner !== 'object' || inner === null) return false
    return levels === 0 || Object.values(inner).some((child) => isDeeper(child, levels - 1))
  }
  if (isDeeper(value, maxDepth)) throw declined('a context that is nested too deeply')
  return value
}

/** A context that stands in the document as if it were a context document, which jsonld.js reads like its content. */
function unwrapped(entry: JsonObject): JsonObject {
  const { '@context': inner, ...others } = entry
  const isPlain = isObject(inner) && !('@context' in inner) && !('@propagate' in inner)
  return isPlain && Object.keys(others).length === 0 ? inner : entry
}

class Linker {
  readonly #contexts: ContextSource
  links = 0

  constructor(contexts: ContextSource) {
    this.#contexts = contexts
  }

  /** @param chain - the URLs of the contexts this one stands in, outermost first */
  entries(context: JsonValue, chain: readonly string[]): ContextEntry[] {
    const items = Array.isArray(context) ? context : [context]
    return items.flatMap<ContextEntry>((item) => {
      if (typeof item === 'string') return this.#named(item, chain)
      if (item === null) return null
      if (!isObject(item)) throw invalid('invalid local context')
      return this.#entry(item, chain)
    })
  }

  /** JSON-LD 1.1 API §4.1.2 step 5.2. */
  #named(reference: string, chain: readonly string[]): ContextEntry[] {
    const base = chain.at(-1)
    const url = base !== undefined && isAbsoluteIri(base) ? resolveIri(base, reference) : reference
    const document = this.#contexts(url)
    if (document === undefined) throw unknown(url)
    this.links += 1
    if (chain.length === maxChain || this.links > maxLinks) throw declined('too many contexts that name others')
    return this.entries(shallow(document['@context']), [...chain, url])
  }

  #entry(written: JsonObject, chain: readonly string[]): JsonObject {
    const entry = '@context' in written && chain.length === 0 ? unwrapped(written) : written
    if ('@context' in entry) throw declined('@context inside a context')
    // Step 5.7: only the document itself may set its base, which not every implementation heeds.
    if (chain.length > 0 && '@base' in entry) throw declined('@base in a context that is named by its URL')
    const linked: [string, JsonValue][] = []
    for (const [term, definition] of Object.entries(entry)) {
      if (!isObject(definition) || definition['@context'] === undefined) continue
      const scoped = this.#scoped(definition['@context'], chain)
      if (scoped !== definition['@context']) linked.push([term, { ...definition, '@context': scoped }])
    }
    return linked.length === 0 ? entry : { ...entry, ...Object.fromEntries(linked) }
  }

  /** The scoped context itself, when it names no URLs. */
  #scoped(scoped: JsonValue, chain: readonly string[]): JsonValue {
    const entries = this.entries(scoped, chain)
    const before = Array.isArray(scoped) ? scoped : [scoped]
    const isSame = entries.length === before.length && entries.every((entry, i) => entry === before[i])
    return isSame ? scoped : entries
  }
}
