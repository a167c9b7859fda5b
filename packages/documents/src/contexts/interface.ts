import type { JsonObject } from '../json/interface.js'

/** A JSON-LD context document: an object with one `@context` member. */
export interface ContextDocument extends JsonObject {
  '@context': JsonObject | (string | JsonObject)[]
}

/** One context that ships with Testamur, pinned by the hash of its content. */
export interface BundledContext {
  /** The URL credentials name it by. */
  readonly url: string
  /** Set on another text that was published under the same URL; absent on the default text. */
  readonly variant?: string | undefined
  /** SHA-256 (hex) over the document's canonical JSON text (RFC 8785). */
  readonly sha256: string
  /** Returns the document, deep-frozen: the same object each time, parsed when it is first asked for. */
  readonly read: () => ContextDocument
}

/**
 * Where the contexts of a document come from. Returns `undefined` for a URL it does not know; never uses the network.
 */
export type ContextSource = (url: string) => ContextDocument | undefined
