import type { ActiveContext } from './active-context.js'
import { expandReference, expandType } from './expand-iri.js'
import { isAbsoluteIri, isBlankNode } from './keywords.js'

/** Characters that an IRI in N-Quads cannot hold (RDFC-1.0 §A canonical form, IRIREF). */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const unwritable = /[\u0000-\u0020<>"{}|^`\\]/
const unwritables = new RegExp(unwritable, 'g')

/** Returns an IRI as N-Quads write it. */
export function iriText(iri: string): string {
  return `<${unwritable.test(iri) ? iri.replace(unwritables, escaped) : iri}>`
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** IRIs with nothing to escape; or compact ones, if what they begin with is a prefix. */
// oxlint-disable-next-line no-control-regex -- as above
const plainIri = /^[A-Za-z][A-Za-z0-9+,.-]*:[^\s<>"{}|^`\\\u0000-\u0020]*$/

/** Most often it is a web address: absolute whatever the context says. */
const isWebAddress = (iri: string): boolean => iri.startsWith('https://') || iri.startsWith('http://')

/** See `ActiveContext.reference`. */
export function referenceText(active: ActiveContext, value: string): string | undefined {
  const isPlain = plainIri.test(value)
  if (isPlain && isWebAddress(value)) return `<${value}>`
  if (active.base !== undefined) return undefined
  const isWhole = isPlain && !active.terms.get(value.slice(0, value.indexOf(':')))?.isPrefix
  return isWhole ? `<${value}>` : absoluteText(expandReference(active, value))
}

/** See `ActiveContext.type`; of what is no term. */
export function typeText(active: ActiveContext, value: string): string | undefined {
  return active.base === undefined ? absoluteText(expandType(active, value)) : undefined
}

export function absoluteText(iri: string | null): string | undefined {
  if (iri === null || !isAbsoluteIri(iri)) return undefined
  return isBlankNode(iri) ? iri : iriText(iri)
}
