import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { contexts, typesOf } from '../model/index.js'

/** Defines the types of 1EdTech's own schemas, status lists and refresh services. */
const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

const extensionMembers = ['credentialSchema', 'credentialStatus', 'refreshService']

/**
 * Returns the `@context` of a credential: the vocabularies of its class in the order that the specifications fix, the
 * 1EdTech extensions where it uses them, then those that the input adds.
 */
export function contextOf(names: readonly string[], members: JsonObject, added: JsonValue | undefined): JsonValue {
  const own = names.flatMap((name) => contexts[name]?.url ?? [])
  const extensions = extensionMembers.some((member) => usesExtension(members[member])) ? [extensionsContext] : []
  const others = Array.isArray(added) ? added : added === undefined || added === null ? [] : [added]
  return [...new Set([...own, ...extensions, ...others])]
}

const usesExtension = (value: JsonValue | undefined): boolean =>
  (Array.isArray(value) ? value : [value]).some((each) => typesOf(each).some((type) => type.startsWith('1EdTech')))
