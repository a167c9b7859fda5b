import { bundledContext } from '../contexts/index.js'
import type { ContextSource } from '../contexts/interface.js'

/** What jsonld.js asks of a document loader. */
export interface RemoteDocument {
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: object
  /** `static` lets jsonld.js keep the context across calls, under its URL. */
  readonly tag?: 'static'
}

/** Thrown inside jsonld.js for a context that the source does not know. */
export class UnknownContext extends Error {
  readonly url: string
  constructor(url: string) {
    super(`The context ${url} is not known`)
    this.url = url
  }
}

/**
 * Returns a document loader for jsonld.js over a source of contexts. Only the bundled text of a URL is marked `static`:
 * a text that a caller brought, or another variant, must never answer for that URL in somebody else's call.
 */
export function documentLoader(contexts: ContextSource): (url: string) => Promise<RemoteDocument> {
  return async (url) => {
    const document = contexts(url)
    if (document === undefined) throw new UnknownContext(url)
    const remote = { contextUrl: null, documentUrl: url }
    if (document === bundledContext(url)) return { ...remote, document, tag: 'static' }
    // jsonld.js writes into contexts that name others.
    return { ...remote, document: structuredClone(document) }
  }
}
