import type { JsonValue } from '@testamur/documents'

/** True when the value is a list of strings and of nothing else, or one string. */
export function areTexts(values: readonly JsonValue[]): values is readonly string[] {
  return values.every((value) => typeof value === 'string')
}

/** A URL without its fragment, which is not sent when the URL is fetched. */
export function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? ''
}

/** What an issuer wrote, cut to a length that fits a message. */
export function excerpt(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}
