import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'

/** The types a node names, whether as `type` or as `@type`. */
export function typesOf(node: JsonObject): readonly string[] {
  const { type } = node
  // Nearly all name them like this, and every credential is asked several times.
  if (node['@type'] === undefined && Array.isArray(type) && type.every(isText)) return type
  return [...listOf(type), ...listOf(node['@type'])].filter(isText)
}

const isText = (value: JsonValue): value is string => typeof value === 'string'

/** The id of a node, or of a reference to one. */
export function idOf(node: JsonValue | undefined): string | undefined {
  if (typeof node === 'string') return node
  if (!isObject(node)) return undefined
  const id = node['id'] ?? node['@id']
  return typeof id === 'string' ? id : undefined
}

/** The id of a credential's issuer. */
export function issuerIdOf(credential: JsonObject): string | undefined {
  return idOf(credential['issuer'])
}

/** A copy of the credential without its proofs: what they cover. */
export function withoutProof(credential: JsonObject): JsonObject {
  const { proof: _, ...unsecured } = credential
  return unsecured
}
