import type { JsonObject, JsonValue } from '../json/interface.js'
import { containersOf } from './containers.js'
import { expandName } from './expand-iri.js'
import type { Direction } from './interface.js'
import { isAbsoluteIri, isBlankNode, isKeyword } from './keywords.js'
import { declined, invalid } from './refusal.js'
import type { TermDraft, TermScope } from './term-scope.js'

const knownEntries = new Set(
  '@container @context @direction @id @index @language @nest @prefix @protected @reverse @type'.split(' '),
)

/** Steps 12 and 19 to 26 of the Create Term Definition algorithm (JSON-LD 1.1 API §4.2.2). */
export function addMembers(definition: TermDraft, scope: TermScope, term: string, value: JsonObject): void {
  const unknown = Object.keys(value).some((entry) => !knownEntries.has(entry))
  if (unknown) throw invalid('invalid term definition', term) // step 26
  if ('@type' in value) definition.type = typeOf(scope, term, value['@type']) // step 12
  if ('@container' in value) addContainers(definition, term, value['@container']) // step 19
  if ('@index' in value) definition.index = indexOf(definition, scope, term, value['@index']) // step 20
  definition.context = value['@context'] // step 21; that it can be applied is checked once the term is there
  if ('@language' in value && !('@type' in value)) definition.language = languageOf(term, value['@language']) // step 22
  if ('@direction' in value) definition.direction = directionOf(term, value) // step 23
  if ('@nest' in value) definition.nest = nestOf(term, value['@nest']) // step 24
  if ('@prefix' in value) setPrefix(definition, term, value['@prefix']) // step 25
}

function typeOf(scope: TermScope, term: string, type: JsonValue | undefined): string {
  if (typeof type !== 'string') throw invalid('invalid type mapping', term)
  if (type === '@id' || type === '@json' || type === '@none' || type === '@vocab') return type
  const iri = expandName(scope.draft, type, scope.define)
  if (iri === null || !isAbsoluteIri(iri) || isBlankNode(iri)) throw invalid('invalid type mapping', term)
  return iri
}

function addContainers(definition: TermDraft, term: string, container: JsonValue | undefined): void {
  definition.containers = containersOf(container, definition.isReverse, term)
  if (!definition.containers.includes('@type')) return
  definition.type ??= '@id' // step 19.4
  if (definition.type !== '@id' && definition.type !== '@vocab') throw invalid('invalid type mapping', term)
}

function indexOf(definition: TermDraft, scope: TermScope, term: string, index: JsonValue | undefined): string {
  const isUsable = typeof index === 'string' && !index.startsWith('@') && definition.containers.includes('@index')
  if (!isUsable) throw invalid('invalid term definition', term)
  const iri = expandName(scope.draft, index, scope.define)
  if (iri === null || !isAbsoluteIri(iri)) throw declined('@index that is no IRI', term)
  return index
}

function languageOf(term: string, language: JsonValue | undefined): string | null {
  if (language === null) return null
  if (typeof language !== 'string') throw invalid('invalid language mapping', term)
  return language.toLowerCase()
}

function directionOf(term: string, value: JsonObject): Direction | null {
  const direction = value['@direction']
  if ('@type' in value) throw declined('@direction beside @type', term)
  if (direction === null || direction === 'ltr' || direction === 'rtl') return direction
  throw invalid('invalid base direction', term)
}

function nestOf(term: string, nest: JsonValue | undefined): string {
  if (typeof nest === 'string' && (nest === '@nest' || !nest.startsWith('@'))) return nest
  throw invalid('invalid @nest value', term)
}

function setPrefix(definition: TermDraft, term: string, isPrefix: JsonValue | undefined): void {
  if (/[:/]/.test(term)) throw invalid('invalid term definition', term)
  if (typeof isPrefix !== 'boolean') throw invalid('invalid @prefix value', term)
  if (definition.iri === null) throw declined('@prefix of a term that stands for nothing', term)
  if (isKeyword(definition.iri)) {
    throw isPrefix ? invalid('invalid term definition', term) : declined('@prefix of a keyword', term)
  }
  definition.isPrefix = isPrefix
  definition.isPrefixWritten = true
}
