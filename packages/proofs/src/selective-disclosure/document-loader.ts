import type { ContextSource } from '@testamur/documents'
import { bundledContext } from '@testamur/documents/contexts'
import { describeUrl } from '@testamur/documents/json'

/** What the packages of the cryptosuites ask for the text of a context. */
export type DocumentLoader = (url: string) => Promise<{
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: object
  /** Lets jsonld.js keep the context across calls, under its URL. */
  readonly tag?: 'static'
}>

/**
 * Returns a document loader over a source of contexts, and nothing else: no network, and no keys, which the caller
 * resolves. Only the bundled text of a URL may be kept across calls.
 */
export function documentLoader(contexts: ContextSource): DocumentLoader {
  return async (url) => {
    const document = contexts(url)
    if (document === undefined) throw new Error(`The context ${describeUrl(url)} is not known`)
    const remote = { contextUrl: null, documentUrl: url }
    if (document === bundledContext(url)) return { ...remote, document, tag: 'static' }
    return { ...remote, document: structuredClone(document) }
  }
}
