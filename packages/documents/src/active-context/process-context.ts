import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import type { ActiveContext } from './active-context.js'
import { ContextDraft, type WorkBudget } from './context-draft.js'
import { createTerm, termScope } from './create-term.js'
import { expandName } from './expand-iri.js'
import { isAbsoluteIri, isBlankNode, isLanguageTag } from './keywords.js'
import { ContextRefusal, conflict, declined, invalid } from './refusal.js'

/** How a local context is applied. */
export interface ProcessingOptions {
  readonly budget: WorkBudget
  /** False for contexts scoped in types: they end where a node begins. */
  readonly propagate: boolean
  /** True for contexts scoped in properties: they may redefine protected terms. */
  readonly overrideProtected: boolean
}

/** Scoped contexts inside scoped contexts. */
const maxNesting = 16

/**
 * Context processing (JSON-LD 1.1 API §4.1.2), of a local context that names no URLs any more. Throws a
 * {@link ContextRefusal}.
 */
export function processContext(active: ActiveContext, local: JsonValue, options: ProcessingOptions): ActiveContext {
  const entries = entriesOf(local)
  const propagate = propagation(entries, options.propagate)
  const draft = new ContextDraft(active, options.budget)
  if (!propagate) draft.previous ??= active // step 3
  for (const entry of entries) {
    if (entry === null && !propagate) throw declined('null in a context that does not propagate')
    applyEntry(draft, entry, options.overrideProtected, 0)
  }
  return draft.finish()
}

/** Step 4, and step 5.3: what is neither `null` nor an object is no context. */
function entriesOf(local: JsonValue): (JsonObject | null)[] {
  return [local].flat().map((entry) => {
    if (entry === null || isObject(entry)) return entry
    throw invalid('invalid local context')
  })
}

/** Step 2. With several contexts, the specification and its implementations differ in which one speaks. */
function propagation(entries: readonly (JsonObject | null)[], byDefault: boolean): boolean {
  const wishes = entries.map((entry) => entry?.['@propagate']).filter((wish) => wish !== undefined)
  if (wishes.length === 0) return byDefault
  if (entries.length > 1) throw declined('@propagate among several contexts')
  if (typeof wishes[0] !== 'boolean') throw invalid('invalid @propagate value') // step 5.11
  return wishes[0]
}

function applyEntry(draft: ContextDraft, entry: JsonObject | null, overrideProtected: boolean, nesting: number): void {
  if (entry === null) nullify(draft, overrideProtected)
  else applyDefinitions(draft, entry, overrideProtected, nesting)
}

/** Step 5.1. */
function nullify(draft: ContextDraft, overrideProtected: boolean): void {
  const isProtected = [...draft.terms.values()].some((definition) => definition.isProtected)
  if (isProtected && !overrideProtected) throw conflict('invalid context nullification')
  // Implementations may remember a protected term that a scoped context has replaced.
  if (draft.hadProtected && !overrideProtected) throw declined('null after protected terms were replaced')
  draft.reset()
}

/** Steps 5.4 to 5.13. */
function applyDefinitions(draft: ContextDraft, entry: JsonObject, overrideProtected: boolean, nesting: number): void {
  if ('@import' in entry) throw declined('@import') // step 5.6
  if ('@version' in entry && entry['@version'] !== 1.1) throw invalid('invalid @version value') // step 5.5
  if ('@base' in entry) draft.base = baseOf(entry['@base']) // step 5.7
  if ('@vocab' in entry) draft.vocab = vocabOf(draft, entry['@vocab']) // step 5.8
  if ('@language' in entry) draft.language = languageOf(entry['@language']) // step 5.9
  if ('@direction' in entry) draft.direction = directionOf(entry['@direction']) // step 5.10
  if ('@protected' in entry && entry['@protected'] !== true) throw declined('@protected that is not true')

  const scope = termScope(draft, entry, entry['@protected'] === true) // step 5.12
  for (const term of Object.keys(entry)) {
    if (processedEntries.has(term)) continue
    createTerm(scope, term, overrideProtected) // step 5.13
    const definition = entry[term]
    if (isObject(definition) && definition['@context'] !== undefined) {
      validateScoped(draft, definition['@context'], nesting + 1, term)
    }
  }
}

const processedEntries = new Set('@base @direction @import @language @propagate @protected @version @vocab'.split(' '))

/** §4.2.2 step 21.3: a scoped context that could not be applied is an error already where it is defined. */
function validateScoped(draft: ContextDraft, local: JsonValue, nesting: number, term: string): void {
  if (nesting > maxNesting) throw declined('scoped contexts nested too deeply', term)
  const trial = new ContextDraft(draft, draft.budget)
  try {
    const entries = entriesOf(local)
    propagation(entries, true)
    for (const entry of entries) applyEntry(trial, entry, true, nesting)
  } catch (error) {
    const isConflict = error instanceof ContextRefusal && error.kind === 'conflict'
    throw isConflict ? invalid('invalid scoped context', term) : error
  }
}

function baseOf(base: JsonValue | undefined): string | undefined {
  if (base === null) return undefined
  if (typeof base !== 'string') throw invalid('invalid base IRI')
  if (!isAbsoluteIri(base) || isBlankNode(base)) throw declined('@base that is relative')
  return base
}

function vocabOf(draft: ContextDraft, vocab: JsonValue | undefined): string | undefined {
  if (vocab === null) return undefined
  if (typeof vocab !== 'string') throw invalid('invalid vocab mapping')
  const isPlain = isAbsoluteIri(vocab) && !isBlankNode(vocab) && expandName(draft, vocab) === vocab
  if (!isPlain) throw declined('@vocab that is relative, compact or a blank node')
  return vocab
}

function languageOf(language: JsonValue | undefined): string | undefined {
  if (language === null) return undefined
  if (typeof language !== 'string') throw invalid('invalid default language')
  if (!isLanguageTag(language)) throw invalid('invalid @language value')
  return language.toLowerCase()
}

function directionOf(direction: JsonValue | undefined): 'ltr' | 'rtl' | undefined {
  if (direction === null) return undefined
  if (direction === 'ltr' || direction === 'rtl') return direction
  throw invalid('invalid base direction')
}
