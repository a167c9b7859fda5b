import { type JsonValue, parseJson } from '@testamur/documents'
import { copyJson } from '@testamur/documents/json'

/**
 * Returns the JSON that was fetched, or the text of a token, or `undefined` for anything else. What the caller gave parsed
 * stays his, so it is copied.
 */
export function fetchedContent(fetched: Uint8Array | object): JsonValue | undefined {
  const isText = fetched instanceof Uint8Array
  const read = isText ? parseJson(fetched) : copyJson(fetched)
  if (read.ok) return read.value
  const text = isText ? new TextDecoder().decode(fetched).trim() : ''
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(text) ? text : undefined
}
