import type { JsonObject, JsonValue } from '../json/interface.js'
import { expandName } from './expand-iri.js'
import { hasKeywordForm, isAbsoluteIri, isBlankNode, isKeyword } from './keywords.js'
import { declined, invalid } from './refusal.js'
import type { TermDraft, TermScope } from './term-scope.js'

/** Steps 13 to 18 of the Create Term Definition algorithm (JSON-LD 1.1 API §4.2.2). */
export function mapIri(
  definition: TermDraft,
  scope: TermScope,
  term: string,
  value: JsonObject,
  isSimple: boolean,
): void {
  if (/^:|:$|::/.test(term)) throw declined('a colon at the edge of a term', term)
  const id = value['@id']
  if ('@reverse' in value) {
    definition.iri = reverseIri(scope, term, value)
    definition.isReverse = true
  } else if (id === undefined || id === term) {
    definition.iri = impliedIri(scope, term)
  } else if (id !== null) {
    definition.iri = writtenIri(scope, term, id)
    definition.isPrefixWritten = true
    // Step 14.2.5: an IRI that ends with a gen-delim character.
    definition.isPrefix = isSimple && !/[:/]/.test(term) && /[:/?#[\]@]$/.test(definition.iri)
  }
}

/** Step 13. */
function reverseIri(scope: TermScope, term: string, value: JsonObject): string {
  if ('@id' in value || '@nest' in value) throw invalid('invalid reverse property', term)
  const reverse = value['@reverse']
  if (typeof reverse !== 'string') throw invalid('invalid IRI mapping', term)
  if (hasKeywordForm(reverse)) throw invalid('reserved @reverse value', term)
  return checkedIri(expand(scope, reverse), term)
}

/** Step 14.2. */
function writtenIri(scope: TermScope, term: string, id: JsonValue): string {
  if (typeof id !== 'string') throw invalid('invalid IRI mapping', term)
  if (hasKeywordForm(id) && !isKeyword(id)) throw invalid('reserved @id value', term)
  const expanded = expand(scope, id)
  if (expanded === '@context' || expanded === '@preserve') throw invalid('invalid keyword alias', term)
  const iri = expanded !== null && isKeyword(expanded) ? expanded : checkedIri(expanded, term)
  // Step 14.2.4: a term that looks like an IRI stands for that IRI.
  if (/[:/]/.test(term)) {
    scope.defined.set(term, true)
    if (expand(scope, term) !== iri) throw invalid('invalid IRI mapping', term)
  }
  return iri
}

/** Steps 15 to 18: the IRI of a term that does not say it. */
function impliedIri(scope: TermScope, term: string): string {
  if (term === '@type') return term // step 17
  const colon = term.indexOf(':')
  if (colon > 0) {
    const prefix = term.slice(0, colon)
    scope.define(prefix) // step 15.1
    const definition = scope.draft.terms.get(prefix)
    if (definition === undefined) return plainIri(term, term) // step 15.3
    if (definition.iri === null) throw declined('a prefix that stands for nothing', term)
    return plainIri(`${definition.iri}${term.slice(colon + 1)}`, term) // step 15.2
  }
  if (scope.draft.vocab === undefined) throw invalid('invalid IRI mapping', term)
  return plainIri(scope.draft.vocab + term, term) // steps 16 and 18
}

const expand = (scope: TermScope, value: string): string | null => expandName(scope.draft, value, scope.define)

function checkedIri(iri: string | null, term: string): string {
  if (iri === null || !isAbsoluteIri(iri)) throw invalid('invalid IRI mapping', term)
  return plainIri(iri, term)
}

function plainIri(iri: string, term: string): string {
  if (!isAbsoluteIri(iri) || isBlankNode(iri)) throw declined('a term for a blank node or for no IRI', term)
  return iri
}
