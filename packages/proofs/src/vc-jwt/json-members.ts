import type { JsonObject, JsonValue } from '@testamur/documents'

/** True for a JSON object: not for an array, nor for `null`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list: itself when it is one, nothing when it is absent. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The id of a node, or of a reference to one. */
export function idOf(node: JsonValue | undefined): JsonValue | undefined {
  return isObject(node) ? (node.id ?? node['@id']) : node
}

/** The types that a node names. */
export function typesOf(node: JsonObject): readonly JsonValue[] {
  return [...listOf(node.type), ...listOf(node['@type'])]
}
