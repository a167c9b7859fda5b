import type { JsonObject } from '@testamur/documents'
import { copyJson } from '@testamur/documents/json'
import { UnsignableDocumentError } from '../errors.js'

/** Returns a document as JSON text would carry it; throws `ERR_UNSIGNABLE_DOCUMENT` when it holds what is no JSON. */
export function signableJson(document: object): JsonObject {
  const copied = copyJson(document)
  if (!copied.ok) throw new UnsignableDocumentError([copied.problem])
  return copied.value as JsonObject
}
