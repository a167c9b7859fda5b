import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import { type ContextDraft, spend } from './context-draft.js'
import { hasKeywordForm, isKeyword } from './keywords.js'
import { mapIri } from './map-iri.js'
import { conflict, declined, invalid } from './refusal.js'
import { isSameDefinition } from './same-definition.js'
import { addMembers } from './term-members.js'
import type { TermDraft, TermScope } from './term-scope.js'

/** Begins the definitions of a local context (§4.1.2 step 5.12). */
export function termScope(draft: ContextDraft, local: JsonObject, isProtected: boolean): TermScope {
  const define = (name: string): void => {
    if (Object.hasOwn(local, name)) createTerm(scope, name, false)
  }
  const scope: TermScope = { draft, local, isProtected, defined: new Map(), depth: 0, define }
  return scope
}

/** Terms that wait for the prefix of a prefix of a prefix … */
const maxDepth = 32

/**
 * Creates a term definition (JSON-LD 1.1 API §4.2.2) in the draft. What jsonld.js reads otherwise than the specification
 * says is declined. Throws a `ContextRefusal`.
 */
export function createTerm(scope: TermScope, term: string, overrideProtected: boolean): void {
  const { draft, local, defined } = scope
  const state = defined.get(term) // step 1
  if (state === true) return
  if (state === false) throw invalid('cyclic IRI mapping', term)
  if (scope.depth === maxDepth) throw declined('terms that depend on too many others', term)
  scope.depth += 1
  defined.set(term, false) // step 2
  const written = local[term] // step 3
  checkName(term, written)
  const previous = draft.terms.get(term) // step 6
  if (previous !== undefined) draft.terms.delete(term)
  const value = typeof written === 'string' || written === null ? { '@id': written } : written // steps 7 and 8
  if (!isObject(value)) throw invalid('invalid term definition', term) // step 9
  spend(draft.budget, 1)

  const definition: TermDraft = {
    iri: null,
    isPrefix: false,
    isPrefixWritten: false,
    isProtected: isProtected(scope, value['@protected'], term), // steps 10 and 11
    isReverse: false,
    type: undefined,
    containers: [],
    index: undefined,
    nest: undefined,
    language: undefined,
    direction: undefined,
    context: undefined,
  }
  mapIri(definition, scope, term, value, typeof written === 'string') // steps 13 to 18
  if (definition.isProtected) draft.hadProtected = true
  // Step 28, before its other members, which may name the term itself.
  draft.terms.set(term, definition)
  defined.set(term, true)
  addMembers(definition, scope, term, value) // steps 12 and 19 to 26
  if (previous?.isProtected && !overrideProtected) keepProtected(scope, term, previous, definition) // step 27
  scope.depth -= 1
}

/** Steps 2, 4 and 5. */
function checkName(term: string, written: JsonValue | undefined): void {
  if (term === '') throw invalid('invalid term definition', term)
  if (term === '@type' && isObject(written) && (written['@container'] ?? '@set') === '@set') {
    const entries = Object.keys(written)
    if (entries.includes('@id')) throw declined('@id of @type', term)
    const isAllowed = entries.length > 0 && entries.every((entry) => entry === '@container' || entry === '@protected')
    if (!isAllowed) throw invalid('keyword redefinition', term)
  } else if (isKeyword(term)) {
    throw invalid('keyword redefinition', term)
  } else if (hasKeywordForm(term)) {
    throw invalid('reserved term', term)
  } else if (term === '__proto__' || term === 'hasOwnProperty') {
    // jsonld.js keeps contexts in plain objects, where these names mean something else.
    throw declined('a term that is a name of objects themselves', term)
  }
}

function isProtected(scope: TermScope, written: JsonValue | undefined, term: string): boolean {
  if (written === undefined) return scope.isProtected
  if (typeof written !== 'boolean') throw declined('@protected that is no boolean', term)
  return written
}

function keepProtected(scope: TermScope, term: string, previous: TermDraft, definition: TermDraft): void {
  switch (isSameDefinition(previous, definition)) {
    case 'same':
      scope.draft.terms.set(term, previous) // step 27.2
      return
    case 'different':
      throw conflict('protected term redefinition', term) // step 27.1
    case 'undecided':
      throw declined('a protected term that comes to its IRI in another way', term)
  }
}
