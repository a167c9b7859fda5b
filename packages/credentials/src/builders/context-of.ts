import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { type ContextName, contexts, typesOf } from '../model/index.js'
import { isReleaseOf } from '../validate/messages.js'

/** What defines the types that VCDM 2.0 has not built in: 1EdTech's own services, and the elder status list of the W3C. */
const contextsOfTypes: readonly (readonly [type: RegExp, url: string])[] = [
  [/^1EdTech/, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  [/^StatusList2021Entry$/, 'https://w3id.org/vc/status-list/2021/v1'],
]

/**
 * Returns the `@context` of a credential: the vocabularies of its class in the order that the specifications fix, those
 * of the services it names, then those that the input adds. Other releases of the vocabularies of its class are
 * left out: they cannot stand side by side. Objects with an `@context` of their own name what they use by themselves.
 */
export function contextOf(names: readonly ContextName[], input: JsonObject): JsonValue {
  const own = names.map((name) => contexts[name].url)
  const { credentialSchema, credentialStatus, refreshService } = input
  const types = [credentialSchema, credentialStatus, refreshService].flat().flatMap(typesOf)
  const used = contextsOfTypes.filter(([pattern]) => types.some((type) => pattern.test(type))).map(([, url]) => url)
  const releases: readonly ContextName[] = ['vcdm1', ...names]
  const isOwn = (context: JsonValue): boolean => releases.some((name) => isReleaseOf(name, context))
  return [...new Set([...own, ...used, ...[input['@context'] ?? []].flat().filter((each) => !isOwn(each))])]
}
