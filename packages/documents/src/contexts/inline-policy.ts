import { describeUrl } from '../json/describe-url.js'
import { excerpt } from '../json/excerpt.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import { childPointer } from '../json/pointer.js'
import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import { bundledContexts, isBundled } from './bundled-contexts.js'
import { type ContextMember, contextMembers } from './context-members.js'
import type { ContextDocument, ContextSource } from './interface.js'
import { knownTerms } from './known-terms.js'

/** How {@link inlineContextProblems} judges the contexts of a document. */
export interface InlineContextOptions {
  /** The contexts that are known. */
  readonly contexts: ContextSource
  /**
   * Lets inline contexts say anything. The risk: names that readers know can then mean something else, and signed
   * content can stand under names that they do not know. Default `false`.
   */
  readonly allowInlineContexts?: boolean | undefined
  /** A member of the document itself that is not looked into, such as `proof`. Default: none. */
  readonly omit?: string | undefined
}

/**
 * Returns what is wrong with the contexts that a document names or holds, at any depth, in the order of the document:
 *
 * - `context-unknown`: a URL that the source does not know;
 * - `context-unsafe`: a context of the caller's with terms under which content would not be signed (`@container` `@index`, `@id`, `@type`) or
 *   not be found (`@reverse`, `@nest`, other names for keywords);
 * - `context-limit`: more than 16 contexts in one place;
 * - `context-inline-refused`: an inline context that does more than add terms. Refused are keywords (`@version` 1.1 is fine), `null`, terms that a
 *   named context defines in whatever scope, other names for IRIs that any bundled or named context has a term for, maps, contexts of their own,
 *   and terms that are not what their absolute IRI ends with: the proof covers the IRI, and a reader sees only the name.
 *
 * Does not check that the contexts can be combined, nor that the names in the document are defined.
 *
 * @param document - the document, or a part of one
 * @param pointer - where `document` stands in the whole; `''` for the whole
 *
 * @example
 * ```ts
 * import { contextSource, contextUrls, inlineContextProblems } from '@testamur/documents/contexts'
 *
 * const credential = { '@context': [contextUrls.credentialsV2, { issuer: 'https://terms.example/#issuer' }] }
 * const problems = inlineContextProblems(credential, '', { contexts: contextSource() })
 * console.log(problems[0]?.pointer) // /@context/1/issuer
 * ```
 */
export function inlineContextProblems(document: JsonValue, pointer: string, options: InlineContextOptions): Problem[] {
  const { contexts, allowInlineContexts = false, omit } = options
  if (namesBundledContextsOnly(document, contexts, omit)) return []
  const members = contextMembers(without(document, omit), pointer)
  const crowded = crowdedContext(members)
  if (crowded !== undefined) return [crowded]

  const urls = new Set(members.map(({ value }) => value).filter((value) => typeof value === 'string'))
  const refusals = new Map<string, (pointer: string) => Problem>()
  for (const url of urls) {
    const refusal = urlRefusal(url, contexts(url))
    if (refusal !== undefined) refusals.set(url, refusal)
  }
  const inline = members.filter(({ value }) => isObject(value))
  const judge = allowInlineContexts || inline.length === 0 ? undefined : inlineJudge(inline, urls, contexts)

  return members.flatMap(({ pointer: at, value }) => {
    if (typeof value === 'string') return refusals.get(value)?.(at) ?? []
    if (!isObject(value)) return problem('context-inline-refused', at, 'A context is a URL or an object, nothing else.')
    return judge?.(value, at) ?? []
  })
}

function without(document: JsonValue, omit: string | undefined): JsonValue {
  if (omit === undefined || !isObject(document)) return document
  const { [omit]: _, ...others } = document
  return others
}

/** True for nearly every document there is, which then needs no closer look. */
function namesBundledContextsOnly(document: JsonValue, contexts: ContextSource, omit: string | undefined): boolean {
  const urls = new Set<string>()
  const isNamed = (url: string): boolean => {
    const context = contexts(url)
    return context !== undefined && isBundled(context)
  }
  return namesContextsByUrl(document, urls, omit) && [...urls].every(isNamed)
}

/** True when every context, wherever it stands, is a URL among few; collects them. */
function namesContextsByUrl(value: JsonValue | undefined, urls: Set<string>, omit?: string): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) {
    for (const item of value) if (!namesContextsByUrl(item, urls)) return false
    return true
  }
  for (const name in value) {
    if (name === omit) continue
    const child = value[name]
    if (name !== '@context') {
      if (!namesContextsByUrl(child, urls)) return false
    } else {
      const named = Array.isArray(child) ? child : [child]
      if (named.length > maxContextsInPlace) return false
      for (const url of named) {
        if (typeof url !== 'string') return false
        urls.add(url)
      }
    }
  }
  return true
}

/** Most contexts that one `@context` may list: each costs time, and no credential needs more than a handful. */
const maxContextsInPlace = 16

function crowdedContext(members: readonly ContextMember[]): Problem | undefined {
  const first = members.find(({ pointer }) => pointer.endsWith(`/@context/${maxContextsInPlace}`))
  return (
    first && problem('context-limit', first.pointer, `At most ${maxContextsInPlace} contexts are read in one place.`)
  )
}

/** Why a context that is named by its URL cannot be read, if so; says it of a place. */
function urlRefusal(url: string, context: ContextDocument | undefined): ((pointer: string) => Problem) | undefined {
  if (context === undefined) {
    const detail = `The context ${describeUrl(url)} is not bundled, and contexts are never fetched. Supply it in "documents".`
    return (pointer) => problem('context-unknown', pointer, detail)
  }
  const isBundled = bundledContexts.some((bundled) => bundled.url === url)
  const term = isBundled ? undefined : unsafeTerm(context['@context'])
  if (term === undefined) return undefined
  const detail = `The context ${describeUrl(url)} defines ${JSON.stringify(excerpt(term))} so that content under it would not be signed, or not be found.`
  return (pointer) => problem('context-unsafe', pointer, detail)
}

/** Returns the function that finds the problems of one inline context, among the others of its document. */
function inlineJudge(
  inline: readonly ContextMember[],
  urls: ReadonlySet<string>,
  contexts: ContextSource,
): (context: JsonObject, pointer: string) => Problem[] {
  const named = knownTerms(urls, contexts)
  // Also of the bundled contexts that the document does not name: it could drop them and define their terms anew, under
  // other names.
  const { iris } = knownTerms([...urls, ...bundledContexts.map(({ url }) => url)], contexts)
  const prefixes = new Set([...named.writtenIris.keys(), ...inline.flatMap(({ value }) => Object.keys(value ?? {}))])

  return (context, pointer) =>
    Object.entries(context).flatMap(([name, definition]) => {
      const isKnown = named.writtenIris.has(name)
      const reason = isKnown
        ? 'is already a term of a context that the document names'
        : entryRefusal(name, definition, iris, prefixes)
      return reason === undefined
        ? []
        : problem('context-inline-refused', childPointer(pointer, name), `${JSON.stringify(excerpt(name))} ${reason}.`)
    })
}

/** What a definition may say about a term that nobody else defines. */
const harmlessKeywords = new Set(['@id', '@type', '@container', '@protected'])

function entryRefusal(
  name: string,
  definition: JsonValue | undefined,
  knownIris: ReadonlySet<string>,
  prefixes: ReadonlySet<string>,
): string | undefined {
  if (name === '@version' && definition === 1.1) return undefined
  if (name.startsWith('@')) return 'changes what other names mean'
  const iri = isObject(definition) ? definition['@id'] : definition
  if (typeof iri !== 'string') return 'does not stand for an IRI'
  if (iri.startsWith('@')) return `would be another name for ${excerpt(iri)}`
  if (isObject(definition)) {
    const keyword = Object.keys(definition).find((entry) => !harmlessKeywords.has(entry))
    if (keyword !== undefined) return `is defined with ${excerpt(keyword)}, which an inline context may not use`
    if (!hasSafeContainer(definition, plainContainers)) return 'is a map whose keys would not be signed'
    if (!plainTypes.has(definition['@type'])) return 'has a datatype, under which a value and its text are the same'
  }
  if (!absoluteIri.test(iri) || prefixes.has(iri.slice(0, iri.indexOf(':')))) return 'needs its absolute IRI, in full'
  if (knownIris.has(iri)) return `would be another name for ${excerpt(iri)}, which has a term already`
  // The proof covers the IRI, readers see the name: only a name that the IRI ends with is bound to it.
  return iri.endsWith(name) && /[#/:]$/.test(iri.slice(0, -name.length))
    ? undefined
    : 'must be what its IRI ends with, after # or /'
}

/** With any other type, `false` and `"false"` would be signed as the same. */
const plainTypes: ReadonlySet<unknown> = new Set([undefined, '@id', '@vocab', '@json'])

const absoluteIri = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i

/**
 * Containers all of whose content becomes statements; the keys of the others (`@index`, `@id` …) would not be signed.
 */
const signedContainers: ReadonlySet<unknown> = new Set(['@set', '@list', '@language', '@graph'])
const plainContainers: ReadonlySet<unknown> = new Set(['@set', '@list'])

function hasSafeContainer(definition: JsonObject, safe: ReadonlySet<unknown>): boolean {
  const container = definition['@container'] ?? []
  return Array.isArray(container) ? container.every((item) => safe.has(item)) : safe.has(container)
}

/**
 * A term of a caller's context under which content would escape the proof or the reader; bundled contexts have none.
 */
function unsafeTerm(context: JsonValue | undefined): string | undefined {
  if (Array.isArray(context)) return context.map(unsafeTerm).find((term) => term !== undefined)
  if (!isObject(context)) return undefined
  for (const [term, definition] of Object.entries(context)) {
    const iri = isObject(definition) ? definition['@id'] : definition
    const isAlias = !term.startsWith('@') && typeof iri === 'string' && /^@(?!id$|type$)/.test(iri)
    if (isAlias) return term
    if (!isObject(definition)) continue
    const isMoved = '@reverse' in definition || '@nest' in definition || '@index' in definition
    if (isMoved || !hasSafeContainer(definition, signedContainers)) return term
    const scoped = unsafeTerm(definition['@context'])
    if (scoped !== undefined) return scoped
  }
  return undefined
}
