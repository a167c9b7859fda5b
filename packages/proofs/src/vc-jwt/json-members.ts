import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'

/** The id of a node, or of a reference to one. */
export function idOf(node: JsonValue | undefined): JsonValue | undefined {
  return isObject(node) ? (node.id ?? node['@id']) : node
}

/** The types that a node names. */
export function typesOf(node: JsonObject): readonly JsonValue[] {
  return [...listOf(node.type), ...listOf(node['@type'])]
}
