import type { JsonObject } from '@testamur/documents'
import type { CanonicalizeOptions } from './interface.js'

/** The document under the context, and without the member, that the options say. It is copied only when they say one. */
export function documentAs(
  document: JsonObject,
  { context, omit }: Pick<CanonicalizeOptions, 'context' | 'omit'>,
): JsonObject {
  if (context === undefined && (omit === undefined || document[omit] === undefined)) return document
  const members = Object.fromEntries(Object.entries(document).filter(([name]) => name !== omit))
  return context === undefined ? members : { ...members, '@context': context }
}
