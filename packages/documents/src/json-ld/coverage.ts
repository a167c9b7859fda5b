import { contextMembers } from '../contexts/context-members.js'
import type { ContextSource } from '../contexts/interface.js'
import { collectTerms, knownTerms, splitCompactIri } from '../contexts/known-terms.js'
import { excerpt } from '../json/excerpt.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import { childPointer } from '../json/pointer.js'
import type { Problem } from '../problem.js'
import { problem } from '../problems.js'
import type { LinkedDataOptions } from './interface.js'

/**
 * What a value object may hold: a text, its language and direction (JSON-LD 1.1 §4.2). A datatype would make `"false"`
 * of `false`.
 */
const valueObjectMembers = new Set(['@value', '@language', '@direction'])

/**
 * Returns what a document says in JSON that its RDF statements would say differently: names, types and keywords under
 * which signed content would escape those who read the JSON, and numbers whose signed form is another number. Does not
 * look into contexts, nor for undefined terms.
 *
 * @example
 * ```ts
 * import { contextSource, contextUrls } from '@testamur/documents/contexts'
 * import { coverageProblems } from '@testamur/documents/json-ld'
 *
 * const document = { '@context': contextUrls.credentialsV2, 'https://schema.org/name': 'A' }
 * console.log(coverageProblems(document, { contexts: contextSource() })[0]?.code) // term-expected
 * ```
 */
export function coverageProblems(document: JsonObject, { contexts }: LinkedDataOptions): Problem[] {
  return [...hiddenContentProblems(document), ...hiddenTypeProblems(document, contexts)]
}

/** Names, keywords and numbers. */
function hiddenContentProblems(document: JsonObject): Problem[] {
  const problems: Problem[] = []
  const inlineTerms = termsOfInlineContexts(document)
  const visit = (value: JsonValue | undefined, pointer: string): void => {
    if (typeof value === 'number') {
      const signed = lexicalForm(value)
      if (Number(signed) !== value) {
        problems.push(
          problem(
            'value-not-covered',
            pointer,
            `The number would be signed as ${signed}. Write it as a string, or with fewer digits.`,
          ),
        )
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index)))
    } else if (isObject(value)) {
      for (const [member, child] of Object.entries(value)) {
        const refusal = memberProblem([member, child], value, inlineTerms, childPointer(pointer, member))
        if (refusal !== undefined) problems.push(refusal)
        else if (member !== '@context') visit(child, childPointer(pointer, member))
      }
    }
  }
  visit(document, '')
  return problems
}

/**
 * `validUntil` under its full IRI is the same statement, so a proof stays good, but nobody who reads the JSON finds the
 * date. The same goes for `@graph`, `@included`, `@reverse`, `@nest`, which move statements, and for `@id` and `@type`,
 * which every version of the VC contexts has plain names for.
 */
function memberProblem(
  [member, value]: [string, JsonValue | undefined],
  holder: JsonObject,
  inlineTerms: ReadonlySet<string>,
  pointer: string,
): Problem | undefined {
  if (member === '@context') return undefined
  if (member.includes(':')) {
    const detail = 'Readers look for the name that the contexts define, not for its IRI. Write the plain name.'
    return problem('term-expected', pointer, detail)
  }
  if (member.startsWith('@') && !('@value' in holder && valueObjectMembers.has(member))) {
    return problem('keyword-refused', pointer, `${excerpt(member)} would let content stand where readers do not look.`)
  }
  if (member === 'id' && typeof value === 'string' && value.startsWith('_:')) {
    // With labels of its own, one object can be cut into several, each with a part of what was said of the one.
    return problem('blank-node-label', pointer, 'An id is a URI. Leave it out of an object that has none.')
  }
  if (inlineTerms.has(member) && saysNothing(value)) {
    // Anybody can add an inline context, and such a member makes no statement: its name would be shown without having
    // been signed.
    return problem('value-not-covered', pointer, 'The member has no value, so a proof does not cover it. Leave it out.')
  }
  return undefined
}

function termsOfInlineContexts(document: JsonObject): ReadonlySet<string> {
  return new Set(contextMembers(document, '').flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])))
}

function saysNothing(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.every(saysNothing)
  if (isObject(value)) return value['@value'] === null || Object.keys(value).length === 0
  return value === null || value === undefined
}

/**
 * Returns the types that a document writes as IRIs although a context it names has a term for them: a proof covers both
 * spellings, readers know one.
 */
function hiddenTypeProblems(document: JsonObject, contexts: ContextSource): Problem[] {
  const written = iriTypes(document)
  if (written.length === 0) return []
  const used = contextMembers(document, '').map(({ value }) => value)
  const known = knownTerms(
    used.filter((value) => typeof value === 'string'),
    contexts,
  )
  collectTerms(used, known.writtenIris, new Set())
  return written
    .filter(({ type }) => known.iris.has(type) || known.writtenIris.has(splitCompactIri(type)[0]))
    .map(({ pointer }) =>
      problem(
        'term-expected',
        pointer,
        'Readers look for the type by its plain name, not by its IRI. Write the plain name.',
      ),
    )
}

function iriTypes(document: JsonValue): { type: string; pointer: string }[] {
  const found: { type: string; pointer: string }[] = []
  const visit = (value: JsonValue | undefined, pointer: string, isType: boolean): void => {
    if (typeof value === 'string') {
      if (isType && value.includes(':')) found.push({ type: value, pointer })
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index), isType))
    } else if (isObject(value)) {
      for (const [member, child] of Object.entries(value)) {
        if (member !== '@context') visit(child, childPointer(pointer, member), member === 'type')
      }
    }
  }
  visit(document, '', false)
  return found
}

/**
 * The text a JSON number becomes in RDF (JSON-LD 1.1 API, object to RDF conversion, as jsonld.js reads it): with a
 * fraction it is an xsd:double of 16 digits, otherwise an integer; `1e-7` has no point, is taken for an integer and
 * comes out as `0`. Integers beyond 2^53 have lost digits before anybody could sign them.
 */
function lexicalForm(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value.toFixed(0) : 'an integer with other digits'
  return String(value).includes('.') ? value.toExponential(15) : value.toFixed(0)
}
