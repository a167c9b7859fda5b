import type { IriMappings } from './interface.js'
import { hasKeywordForm, isAbsoluteIri, isBlankNode, isKeyword } from './keywords.js'
import { resolveIri } from './resolve-iri.js'

/** Defines a term of the local context that is being processed before it is used (steps 3 and 6.3). */
export type Define = (term: string) => void

/** Which mappings a value is looked up in. */
interface Expansion {
  readonly vocab: boolean
  readonly documentRelative: boolean
}

const asName: Expansion = { vocab: true, documentRelative: false }
const asType: Expansion = { vocab: true, documentRelative: true }
const asReference: Expansion = { vocab: false, documentRelative: true }

/**
 * Expands the name of a member, or an IRI in a context. The result is an absolute IRI, a keyword, something relative when
 * nothing makes it absolute, or `null` when the name stands for nothing; and so it is below.
 */
export const expandName = (mappings: IriMappings, name: string, define?: Define): string | null =>
  expandIri(mappings, name, asName, define)

/** Expands a type, or a value of a term whose values are of type `@vocab`. */
export const expandType = (mappings: IriMappings, value: string): string | null => expandIri(mappings, value, asType)

/** Expands an `@id`, or a value of a term whose values are of type `@id`. */
export const expandReference = (mappings: IriMappings, value: string): string | null =>
  expandIri(mappings, value, asReference)

/** JSON-LD 1.1 API §5.2.2. */
function expandIri(mappings: IriMappings, value: string, by: Expansion, define?: Define): string | null {
  if (isKeyword(value)) return value // step 1
  if (hasKeywordForm(value)) return null // step 2
  if (by.vocab) {
    define?.(value) // step 3
    const definition = mappings.terms.get(value)
    if (definition !== undefined) return definition.iri // steps 4 and 5
  }
  const colon = value.indexOf(':')
  if (colon > 0) {
    if (value.startsWith('//', colon + 1) || isBlankNode(value)) return value // step 6.2
    const prefix = value.slice(0, colon) // step 6.1
    define?.(prefix) // step 6.3
    const definition = mappings.terms.get(prefix)
    if (definition?.isPrefix) return definition.iri + value.slice(colon + 1) // step 6.4
    if (isAbsoluteIri(value)) return value // step 6.5
  }
  if (by.vocab && mappings.vocab !== undefined) return mappings.vocab + value // step 7
  return by.documentRelative && mappings.base !== undefined ? resolveIri(mappings.base, value) : value // step 8
}
