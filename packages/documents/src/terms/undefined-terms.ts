import { contextReader } from '../active-context/index.js'
import { contextSource } from '../contexts/source.js'
import type { JsonObject } from '../json/interface.js'
import { FaultList } from './fault-list.js'
import type { TermFault, UndefinedTermsOptions } from './interface.js'
import { TermWalk } from './term-walk.js'

/**
 * Returns every place of a document that says nothing as linked data, so that no proof over its statements would cover it:
 * undefined names and types, identifiers that are not absolute, contexts that are unknown, invalid or cannot be combined.
 * They come in the order of the document, each with its exact pointer; those of an object's contexts come first. `[]`
 * means that every name has a meaning.
 *
 * What is written under an undefined name, or in an object whose contexts cannot be applied, is not looked at. Synchronous,
 * never uses the network, and takes some microseconds once the contexts have been seen.
 *
 * Reads JSON-LD 1.1 as jsonld.js in safe mode does, with no base IRI. Whatever the two might read differently is a fault
 * `terms-not-checked`: nothing that jsonld.js refuses for such reasons passes as fine. It does not check values, nor what
 * JSON-LD forbids for other reasons. Contexts are trusted: whether a document may bring its own is for
 * `inlineContextProblems` to say. Never throws for a document; what the source of contexts throws is passed on.
 *
 * @example
 * ```ts
 * import { undefinedTerms } from '@testamur/documents/terms'
 *
 * const faults = undefinedTerms({
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: { id: 'https://uni.example/issuer', motto: 'Sapere aude' },
 * })
 * console.log(faults.map(({ code, pointer }) => `${code} ${pointer}`)) // [ 'term-undefined /issuer/motto' ]
 * ```
 */
export function undefinedTerms(document: JsonObject, options: UndefinedTermsOptions = {}): TermFault[] {
  const { contexts = bundled, maxFaults = 200 } = options
  const reader = contextReader(contexts)
  const faults = new FaultList(maxFaults)
  new TermWalk(reader, faults).value(reader.initial, document)
  return faults.faults
}

const bundled = contextSource()
