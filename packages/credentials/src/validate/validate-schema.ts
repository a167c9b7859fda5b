import { childPointer, valueAtPointer } from '@testamur/documents/json'
import { type ClassName, classOfType, type PropertyDescription, propertyOf, structure } from '../model/index.js'
import { validators } from './generated/validators.js'
import type { Finding, FindingCode, SchemaError } from './interface.js'
import {
  contextAt,
  contextOrder,
  expectationOf,
  kindOf,
  memberExpectation,
  missingMember,
  missingTypes,
  unknownMember,
} from './messages.js'

/** Where an error is in terms of the data model. */
interface Place {
  /** Class of the object that has the member. */
  readonly owner: ClassName
  readonly member?: string | undefined
  readonly property?: PropertyDescription | undefined
  /** True inside the member's array. */
  readonly isItem: boolean
  readonly index: number
}

/** Walks the data model along a pointer; stops where the model knows no more. */
function placeOf(root: ClassName, pointer: string): Place {
  let place: Place = { owner: root, isItem: false, index: -1 }
  for (const token of pointer.split('/').slice(1)) {
    if (place.property !== undefined && !place.isItem && /^\d+$/.test(token)) {
      place = { ...place, isItem: true, index: Number(token) }
      continue
    }
    const owner = place.member === undefined ? root : classOfType(place.property?.[0])
    if (owner === undefined) return place
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~')
    place = { owner, member, property: propertyOf(owner, member), isItem: false, index: -1 }
  }
  return place
}

/** What the value at a place must be. */
function expectedAt({ owner, member, property, isItem }: Place, error: SchemaError): string {
  const own = structure[owner].types?.[0]?.[0]
  if (error.keyword === 'enum' && member === 'type' && own !== undefined) return `\`${own}\``
  const expected = property === undefined ? 'a string' : memberExpectation(property, isItem)
  return error.propertyName === undefined
    ? expected
    : `${expected}, or strings by language tag such as \`en\` or \`en-US\``
}

/** What is wrong with a value: the code and the message. */
function aboutValue(error: SchemaError, place: Place, document: unknown): [FindingCode, string] {
  const { keyword, instancePath, params } = error
  const { owner, member, isItem, index } = place
  if (member === undefined) return ['value-kind', `This must be ${expectationOf(owner)}; it is ${kindOf(document)}.`]
  if (member === '@context' && (keyword === 'const' || keyword === 'pattern'))
    return ['context-position', contextAt(owner, index)]
  if (keyword === 'contains') return ['type-missing', missingTypes(owner)]
  if (keyword === 'minItems') {
    const order = member === '@context' ? `: ${contextOrder(owner)}` : ''
    return ['too-few-values', `\`${member}\` must have at least ${params['limit']} of these${order}.`]
  }
  const message = `${isItem ? `Each entry of \`${member}\`` : `\`${member}\``} must be ${expectedAt(place, error)}`
  if (keyword === 'enum') return ['value-not-allowed', `${message}.`]
  if (keyword !== 'type') return ['value-format', `${message}.`]
  return ['value-kind', `${message}; it is ${kindOf(valueAtPointer(document, instancePath))}.`]
}

const found = (className: ClassName, pointer: string, [code, message]: [FindingCode, string]): Finding => ({
  rule: 'schema',
  level: 'error',
  code,
  pointer,
  message,
  source: structure[className].source,
})

/** Puts one error into words; `undefined` for those that only repeat another. */
function findingOf(error: SchemaError, root: ClassName, document: unknown): Finding | undefined {
  const { keyword, instancePath, params } = error
  if (keyword === 'if' || keyword === 'propertyNames') return undefined
  const place = placeOf(root, instancePath)
  // Each name that is not the one `contains` looks for is reported too.
  if (keyword === 'enum' && place.member === 'type' && place.isItem) return undefined
  const own = place.member === undefined ? root : (classOfType(place.property?.[0]) ?? place.owner)
  if (keyword === 'required')
    return found(own, instancePath, ['member-missing', missingMember(own, String(params['missingProperty']))])
  if (keyword === 'additionalProperties') {
    const member = String(params['additionalProperty'])
    return found(own, childPointer(instancePath, member), ['member-unknown', unknownMember(own, member)])
  }
  return found(place.owner, instancePath, aboutValue(error, place, document))
}

/**
 * Returns what the JSON Schema of one class finds in a value, without any cross-field rule: nothing when it fits. The
 * verdict is that of the official schemas for VCDM 2.0: they take a single value for any set, and objects of strings by
 * language for any text, and do not look into URIs. How deep a value is nested is bounded by `validate` alone.
 *
 * @example
 * ```ts
 * import { validateSchema } from '@testamur/credentials/validate'
 *
 * const findings = validateSchema({ id: 'https://university.example', type: ['Profile'], name: 7 }, 'Profile')
 * console.log(findings[0]?.message) // `name` must be a string; it is a number.
 * ```
 */
export function validateSchema(value: unknown, className: ClassName): Finding[] {
  const validator = validators[className]
  if (validator(value)) return []
  const findings = (validator.errors ?? []).map((error) => findingOf(error, className, value))
  return distinct(findings.filter((each) => each !== undefined))
}

/** Findings without those that say the same of the same place: one type can fail in two groups at once. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [`${each.pointer} ${each.message}`, each])).values()]
}
