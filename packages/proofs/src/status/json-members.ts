import type { JsonValue } from '@testamur/documents'

/** True when the value is a list of strings and of nothing else, or one string. */
export function areTexts(values: readonly JsonValue[]): values is readonly string[] {
  return values.every((value) => typeof value === 'string')
}

/** A URL without its fragment, which is not sent when the URL is fetched. */
export function withoutFragment(url: string): string {
  const end = url.indexOf('#')
  return end < 0 ? url : url.slice(0, end)
}

/** Longest text of an issuer that messages repeat: what it has to say about a status. */
export const maxWords = 200
