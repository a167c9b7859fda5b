import type { ActiveContext } from './active-context.js'
import { expandName } from './expand-iri.js'
import type { TermDefinition } from './interface.js'
import { absoluteText, iriText } from './iri-text.js'
import { isBlankNode, isKeyword, isLanguageTag } from './keywords.js'

/**
 * What the name of a member is for. `unread` are names that stand for nothing, and those that a compiled term does not
 * tell everything about: reverse properties, index, id and type maps, keywords that move content.
 */
export type TermKind = 'property' | 'id' | 'type' | 'value' | 'language' | 'direction' | 'nest' | 'unread'

/** What the texts of a property become: literals, IRIs (alone, or by the terms of the context), or JSON literals. */
export type ValueMode = 'literal' | 'reference' | 'vocabulary' | 'json'

/** The form in which a property holds its values; sets are the form of all the others. */
export type ValueContainer = 'set' | 'list' | 'graph' | 'language'

/** All that a name means in one active context, ready for writing N-Quads. */
export interface CompiledTerm {
  readonly kind: TermKind
  readonly name: string
  readonly definition: TermDefinition | undefined
  /** False for IRIs and keywords, which JSON-LD allows in place of names. */
  readonly isPlainName: boolean
  /** What it stands for; `''` when that is nothing. */
  readonly iri: string
  /** The same as N-Quads write it, when it is an IRI. */
  readonly text: string | undefined
  /** The same between blanks, as it stands in a statement. */
  readonly predicate: string
  readonly values: ValueMode
  readonly container: ValueContainer
  /** Datatype of values that are literals, as N-Quads write it, without its brackets. */
  readonly datatype: string | undefined
  /** Ends a literal of a text: its quote, then language or datatype; `undefined` when such texts are not read. */
  readonly literalEnd: string | undefined
}

/** See `ActiveContext.term`. */
export function compiledTerm(active: ActiveContext, name: string): CompiledTerm {
  const known = active.compiled.get(name)
  if (known !== undefined) return known
  const definition = active.terms.get(name)
  const compiled = compile(active, name, definition)
  if (definition !== undefined) active.compiled.set(name, compiled)
  return compiled
}

function compile(active: ActiveContext, name: string, definition: TermDefinition | undefined): CompiledTerm {
  const iri = (definition === undefined ? expandName(active, name) : definition.iri) ?? ''
  const text = isKeyword(iri) ? undefined : absoluteText(iri)
  const kind = isKeyword(iri) ? keywordKind(iri, definition) : isReadable(iri, text, definition) ? 'property' : 'unread'
  return {
    kind,
    name,
    definition,
    isPlainName: !name.includes(':') && name.charCodeAt(0) !== 64,
    iri,
    text,
    predicate: ` ${text} `,
    values: modeOf(definition?.type),
    container: containerOf(definition),
    datatype: datatypeOf(definition?.type),
    literalEnd: literalEndOf(active, definition),
  }
}

const readKeywords: Readonly<Record<string, TermKind>> = {
  '@id': 'id',
  '@type': 'type',
  '@value': 'value',
  '@language': 'language',
  '@direction': 'direction',
  '@nest': 'nest',
}

function keywordKind(keyword: string, definition: TermDefinition | undefined): TermKind {
  const kind = readKeywords[keyword] ?? 'unread'
  if (definition === undefined) return kind
  const { containers, context, type, index } = definition
  // `@type`, or a name for it, may say that it is always an array.
  const isPlain = containers.length === 0 || (kind === 'type' && containers.join() === '@set')
  return isPlain && context === undefined && type === undefined && index === undefined ? kind : 'unread'
}

/** Containers of properties that are read, in alphabetical order. */
const readContainers = new Set(['', '@set', '@list', '@graph', '@graph,@set', '@language', '@language,@set'])
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

function isReadable(iri: string, text: string | undefined, definition: TermDefinition | undefined): boolean {
  // A predicate with escapes goes unescaped into hashes (RDFC-1.0 §4.7.3). `rdf:type` would say `@type` once more.
  if (text !== `<${iri}>` || isBlankNode(iri) || iri === rdfType) return false
  if (definition === undefined) return true
  const containers = definition.containers.join()
  const isJsonInContainer = definition.type === '@json' && containers !== '' && containers !== '@set'
  return !definition.isReverse && readContainers.has(containers) && !isJsonInContainer
}

function modeOf(type: string | undefined): ValueMode {
  if (type === '@id') return 'reference'
  if (type === '@vocab') return 'vocabulary'
  return type === '@json' ? 'json' : 'literal'
}

function containerOf(definition: TermDefinition | undefined): ValueContainer {
  const [first] = definition?.containers ?? []
  if (first === '@list') return 'list'
  if (first === '@graph') return 'graph'
  return first === '@language' ? 'language' : 'set'
}

const datatypeOf = (type: string | undefined): string | undefined =>
  type === undefined || type.startsWith('@') ? undefined : iriText(type).slice(1, -1)

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'

/**
 * Ends the literal of a text with a datatype, which is given as N-Quads write it, without its brackets. `undefined` for doubles, which are rewritten as numbers, and for language
 * strings without a language, which have no form in N-Quads.
 *
 * @example
 * ```ts
 * import { typedLiteralEnd } from '@testamur/documents/active-context'
 *
 * console.log(typedLiteralEnd('http://www.w3.org/2001/XMLSchema#date')) // "^^<http://www.w3.org/2001/XMLSchema#date>
 * ```
 */
export function typedLiteralEnd(datatype: string): string | undefined {
  if (datatype === `${xsd}double` || datatype === langString) return undefined
  return datatype === `${xsd}string` ? '"' : `"^^<${datatype}>`
}

function literalEndOf(active: ActiveContext, definition: TermDefinition | undefined): string | undefined {
  const datatype = datatypeOf(definition?.type)
  if (datatype !== undefined) return typedLiteralEnd(datatype)
  // JSON-LD 1.1 API §5.3.2 step 5: the term speaks before the context, also when it says `null`.
  const direction = definition?.direction === undefined ? active.direction : definition.direction
  if (typeof direction === 'string') return undefined
  const language = definition?.language === undefined ? active.language : definition.language
  return typeof language === 'string' ? languageLiteralEnd(language) : '"'
}

/**
 * Ends the literal of a text in a language; `undefined` for what is no language tag.
 *
 * @example
 * ```ts
 * import { languageLiteralEnd } from '@testamur/documents/active-context'
 *
 * console.log(languageLiteralEnd('de-CH')) // "@de-ch
 * ```
 */
export function languageLiteralEnd(language: string): string | undefined {
  return isLanguageTag(language) ? `"@${language.toLowerCase()}` : undefined
}
