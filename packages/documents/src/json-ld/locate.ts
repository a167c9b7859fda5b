import type { JsonObject, JsonValue } from '../json/interface.js'
import { childPointer } from '../json/pointer.js'

/** Returns where a document names a context, or `''` when it does so only through another context. */
export function contextPointer(document: JsonValue, url: string): string {
  for (const { pointer, value } of walk(document, '', true)) {
    if (value === url && /\/@context(\/\d+)?$/.test(pointer)) return pointer
  }
  return ''
}

/**
 * Returns the pointer of what made jsonld.js refuse a document. Its events name the member or the value, not the place;
 * the same name can be fine elsewhere, under another type. So the candidates are cut off one half at a time until the
 * first that fails is alone.
 *
 * @param fails - tells whether a document without some of the candidates is still refused for the same reason
 */
export async function culpritPointer(
  document: JsonObject,
  details: Readonly<Record<string, unknown>>,
  fails: (pruned: JsonObject) => Promise<boolean>,
): Promise<string> {
  const named = Object.values(details).filter((value) => typeof value === 'string')
  const candidates: string[] = []
  for (const { pointer, member, value } of walk(document)) {
    // Languages are named in lower case.
    const isValue = typeof value === 'string' && (named.includes(value) || named.includes(value.toLowerCase()))
    const isNamed = named.includes(member ?? '') || isValue
    if (isNamed) candidates.push(pointer)
  }
  if (candidates.length === 0) return ''

  // Invariant: the first `low` candidates alone do not fail, the first `high` do.
  let low = 0
  let high = candidates.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const pruned = prune(document, '', new Set(candidates.slice(middle))) as JsonObject
    if (await fails(pruned)) high = middle
    else low = middle
  }
  return candidates[high - 1] ?? ''
}

interface Place {
  readonly pointer: string
  readonly member: string | undefined
  readonly value: JsonValue
}

function* walk(value: JsonValue, pointer = '', intoContexts = false, member?: string): Generator<Place> {
  yield { pointer, member, value }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, childPointer(pointer, index), intoContexts)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      if (child === undefined || (name === '@context' && !intoContexts)) continue
      yield* walk(child, childPointer(pointer, name), intoContexts, name)
    }
  }
}

/** A copy of the value without the given places. */
function prune(value: JsonValue, pointer: string, cut: ReadonlySet<string>): JsonValue {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const at = childPointer(pointer, index)
      return cut.has(at) ? [] : [prune(item, at, cut)]
    })
  }
  if (typeof value !== 'object' || value === null) return value
  const copy: JsonObject = {}
  for (const [name, child] of Object.entries(value)) {
    const at = childPointer(pointer, name)
    if (child !== undefined && !cut.has(at)) copy[name] = name === '@context' ? child : prune(child, at, cut)
  }
  return copy
}
