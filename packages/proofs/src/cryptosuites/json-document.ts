import type { JsonObject } from '@testamur/documents'
import type { SecurableDocument } from './interface.js'

/** Returns the document as JSON, which it is; only its TypeScript interface says less. */
export function asJson(document: SecurableDocument): JsonObject {
  return document as unknown as JsonObject
}
