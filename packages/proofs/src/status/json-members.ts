import type { JsonObject, JsonValue } from '@testamur/documents'

/** True for a JSON object: not for an array, nor for `null`. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list: itself when it is one, nothing when it is absent. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

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
