import type { JsonObject, JsonValue } from '../json/interface.js'
import { childPointer } from '../json/pointer.js'
import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import { type ContextMember, contextMembers } from './context-members.js'
import type { ContextSource } from './interface.js'
import {
  collectTerms,
  fullIris,
  isObject,
  type KnownTerms,
  knownTerms,
  splitCompactIri,
  type WrittenIris,
} from './known-terms.js'

/** How {@link inlineContextProblems} judges the contexts of a document. */
export interface InlineContextOptions {
  /** The contexts that are known. */
  readonly contexts: ContextSource
  /**
   * Lets inline contexts say anything. The risk: names that readers know can then mean something else, and signed content can stand under
   * names that they do not know. Default `false`.
   */
  readonly allowInlineContexts?: boolean | undefined
}

/**
 * Returns what is wrong with the contexts that a document names or holds, at any depth, in the order of the document:
 *
 * - `context-unknown`: a URL that the source does not know;
 * - `context-inline-refused`: an inline context that does more than add terms. Refused are keywords (`@vocab`, `@base`, `@import`, …;
 *   `@version` 1.1 is fine), `null`, a term that a context of the document already defines in whatever scope, an alias of a keyword or of
 *   the IRI of such a term, definitions with a context of their own, `@reverse`, `@nest` or `@index`, and IRIs that are not absolute or a
 *   compact IRI of one clear prefix.
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
 * const problems = await inlineContextProblems(credential, '', { contexts: contextSource() })
 * console.log(problems[0]?.pointer) // /@context/1/issuer
 * ```
 */
export async function inlineContextProblems(
  document: JsonValue,
  pointer: string,
  options: InlineContextOptions,
): Promise<Problem[]> {
  const { contexts, allowInlineContexts = false } = options
  const members = contextMembers(document, pointer)
  const urls = new Set(members.map(({ value }) => value).filter((value) => typeof value === 'string'))
  const unknown = new Set<string>()
  for (const url of urls) if ((await contexts(url)) === undefined) unknown.add(url)

  const inline = members.filter(({ value }) => isObject(value))
  const judge = allowInlineContexts || inline.length === 0 ? undefined : await inlineJudge(inline, urls, contexts)

  return members.flatMap(({ pointer: at, value }) => {
    if (typeof value === 'string') {
      return unknown.has(value)
        ? problem(
            'context-unknown',
            at,
            `The context ${value} is not bundled, and contexts are never fetched. Supply it in "documents".`,
          )
        : []
    }
    if (!isObject(value)) return problem('context-inline-refused', at, 'A context is a URL or an object, nothing else.')
    return judge?.(value, at) ?? []
  })
}

/** Returns the function that finds the problems of one inline context, among the others of its document. */
async function inlineJudge(
  inline: readonly ContextMember[],
  urls: ReadonlySet<string>,
  contexts: ContextSource,
): Promise<(context: JsonObject, pointer: string) => Problem[]> {
  const known = await knownTerms(urls, contexts)
  const inlineIris: WrittenIris = new Map()
  for (const { value } of inline) collectTerms(value, inlineIris, new Set())

  return (context, pointer) =>
    Object.entries(context).flatMap(([name, definition]) => {
      const reason = entryRefusal(name, definition, known, inlineIris)
      return reason === undefined
        ? []
        : problem('context-inline-refused', childPointer(pointer, name), `"${name}" ${reason}.`)
    })
}

/** What a definition may say about a term that nobody else defines. */
const harmlessKeywords = new Set(['@id', '@type', '@container', '@language', '@direction', '@prefix', '@protected'])

function entryRefusal(
  name: string,
  definition: JsonValue | undefined,
  known: KnownTerms,
  inlineIris: WrittenIris,
): string | undefined {
  if (name === '@version' && definition === 1.1) return undefined
  if (name.startsWith('@')) return 'changes what other names mean'
  if (known.writtenIris.has(name)) return 'is already a term of a context that the document names'
  const iri = isObject(definition) ? (definition['@id'] ?? name) : definition
  if (typeof iri !== 'string') return 'does not stand for an IRI'
  const keyword = Object.keys(isObject(definition) ? definition : {}).find((entry) => !harmlessKeywords.has(entry))
  if (keyword !== undefined) return `is defined with ${keyword}, which an inline context may not use`
  return iriRefusal(iri, known, inlineIris)
}

const absoluteIri = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i

function iriRefusal(iri: string, known: KnownTerms, inlineIris: WrittenIris): string | undefined {
  if (iri.startsWith('@')) return `would be another name for ${iri}`
  const [prefix, suffix] = splitCompactIri(iri)
  const bases = inlineIris.get(prefix) ?? new Set()
  const [base] = bases
  // One step and one meaning: a hostile document must not make us follow every path through its prefixes.
  if (bases.size > 1 || (base !== undefined && isCompact(base, known, inlineIris))) {
    return `needs its IRI in full: what "${prefix}" stands for depends on other definitions`
  }
  const full = base === undefined ? fullIris(iri, known.writtenIris) : [base + suffix]
  const alias = [iri, ...full].find((candidate) => known.iris.has(candidate))
  if (alias !== undefined)
    return `would be another name for ${alias}, which a context that the document names has a term for`
  return full.every((candidate) => absoluteIri.test(candidate)) ? undefined : 'does not stand for an absolute IRI'
}

function isCompact(iri: string, known: KnownTerms, inlineIris: WrittenIris): boolean {
  const [prefix] = splitCompactIri(iri)
  return known.writtenIris.has(prefix) || inlineIris.has(prefix)
}
