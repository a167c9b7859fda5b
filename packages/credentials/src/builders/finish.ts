import type { JsonObject, JsonValue } from '@testamur/documents/json'
import type { RandomSource } from '../identity/index.js'
import {
  type ClassName,
  classOfType,
  isCredentialClass,
  type PropertyDescription,
  propertyOf,
  structure,
  unmetTypes,
} from '../model/index.js'
import { isObject, saysNothing } from '../validate/located.js'
import { contextOf } from './context-of.js'
import { dateText } from './date-text.js'
import { languageTag } from './language-tag.js'
import { maxDepth } from './not-json.js'
import { uuidUrn } from './uuid-urn.js'

/**
 * Returns the finished object of a class for what a builder is given: `@context`, `id` and `type` filled in, dates and
 * language tags in their one form, links as ids, members that say nothing left out, and the same for all objects inside.
 * Credentials inside stay as they are: they may be signed. The object's own proof is left out, since it would not fit
 * what is being built. What makes no sense stays, for the checks to refuse at its place.
 */
export function finish(className: ClassName, input: JsonObject, random: RandomSource, depth = 0): JsonObject {
  // An object that holds itself.
  if (depth >= maxDepth) return input
  const { contexts, types, generatesId } = structure[className]
  const finishOne = (value: unknown, [type, , refersTo]: PropertyDescription): unknown => {
    if (type.startsWith('Date')) return dateText(value, type)
    if (type === 'LanguageCode') return languageTag(value)
    if (!isObject(value)) return value
    if (refersTo !== undefined) return typeof value['id'] === 'string' ? value['id'] : value
    const nested = classOfType(type)
    return nested === undefined || isCredentialClass(nested) ? value : finish(nested, value, random, depth + 1)
  }
  const members: Readonly<Record<string, unknown>> = {
    // What documents begin with.
    '@context': undefined,
    id: undefined,
    type: undefined,
    ...input,
    ...(contexts && { '@context': contextOf(contexts, input), proof: undefined }),
    ...(generatesId && { id: input['id'] ?? uuidUrn(random) }),
    ...(types && { type: typeOf(className, types, input['type']) }),
  }
  const finished = Object.entries(members).flatMap(([member, value]) => {
    if (saysNothing(value)) return []
    const property = propertyOf(className, member)
    // A member of another vocabulary: the data model knows nothing about it.
    if (property === undefined) return [[member, value]]
    return [
      [member, Array.isArray(value) ? value.map((each) => finishOne(each, property)) : finishOne(value, property)],
    ]
  })
  return Object.fromEntries(finished) as JsonObject
}

/** The names that the input gives, after those of the class that are not among them. */
function typeOf(className: ClassName, groups: readonly (readonly string[])[], input: JsonValue | undefined): JsonValue {
  if (propertyOf(className, 'type')?.[1] === '') return input ?? groups[0]?.[0] ?? ''
  const given = [input ?? []].flat()
  return [...new Set([...unmetTypes(groups, given).map(([name = '']) => name), ...given])]
}
