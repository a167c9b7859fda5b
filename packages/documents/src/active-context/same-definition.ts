import type { JsonValue } from '../json/interface.js'
import { isObject } from '../json/is-object.js'
import type { TermDefinition } from './interface.js'

/**
 * Tells whether two definitions of one term are the same other than in what protects them (JSON-LD 1.1 API §4.2.2 step
 * 27.1). It is undecided when only one of them says its IRI, the other having it from a prefix or from `@vocab`:
 * jsonld.js tells those apart.
 */
export function isSameDefinition(one: TermDefinition, other: TermDefinition): 'same' | 'different' | 'undecided' {
  const isSame =
    one.iri === other.iri &&
    one.isPrefix === other.isPrefix &&
    one.isReverse === other.isReverse &&
    one.type === other.type &&
    one.index === other.index &&
    one.nest === other.nest &&
    one.language === other.language &&
    one.direction === other.direction &&
    one.containers.join() === other.containers.join() &&
    isSameJson(one.context, other.context)
  if (!isSame) return 'different'
  return one.isPrefixWritten === other.isPrefixWritten ? 'same' : 'undecided'
}

/** The order of members does not count, nor that of the containers in a definition. */
function isSameJson(one: JsonValue | undefined, other: JsonValue | undefined, isContainer = false): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    const [these, those] = isContainer ? [one.toSorted(), other.toSorted()] : [one, other]
    return these.length === those.length && these.every((item, i) => isSameJson(item, those[i]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name], name === '@container'))
  )
}
