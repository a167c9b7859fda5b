import { childPointer, valueAtPointer } from '@testamur/documents/json'
import {
  type ClassDescription,
  type ClassName,
  type ClassNamev1p1,
  type PropertyDescription,
  structure,
  structurev1p1,
} from '../model/index.js'
import { distinct } from './distinct.js'
import { validators } from './generated/validators.js'
import { hintFor } from './hints.js'
import type { Finding, FindingCode, FindingLevel, SchemaError } from './interface.js'
import {
  contextAt,
  contextOrder,
  expectationOf,
  hasAllContexts,
  kindOf,
  memberExpectation,
  missingMember,
  missingTypes,
  unknownMember,
} from './messages.js'

const classes: Readonly<Record<string, ClassDescription>> = { ...structure, ...structurev1p1 }

/** The class of that name, of either version of VCDM; `undefined` for primitive types. */
const classNamed = (name: string): ClassDescription | undefined =>
  Object.hasOwn(classes, name) ? classes[name] : undefined

/**
 * The class of the objects that a type allows, of either version; a profile reference is the URI of a profile or the
 * profile itself.
 */
const classAllowedBy = (type = ''): ClassDescription | undefined => classNamed(type === 'ProfileRef' ? 'Profile' : type)

/** Where an error is in terms of the data model. */
interface Place {
  /** Class of the object that has the member. */
  readonly owner: ClassDescription
  readonly member?: string | undefined
  readonly property?: PropertyDescription | undefined
  /** True inside the member's array. */
  readonly isItem: boolean
  readonly index: number
}

/** Walks the data model along a pointer; stops where the model knows no more. */
function placeOf(root: ClassDescription, pointer: string): Place {
  let place: Place = { owner: root, isItem: false, index: -1 }
  for (const token of pointer.split('/').slice(1)) {
    if (place.property !== undefined && !place.isItem && /^\d+$/.test(token)) {
      place = { ...place, isItem: true, index: Number(token) }
      continue
    }
    const owner = place.member === undefined ? root : classAllowedBy(place.property?.[0])
    if (owner === undefined) return place
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~')
    const { properties } = owner
    const property = Object.hasOwn(properties, member) ? properties[member] : undefined
    place = { owner, member, property, isItem: false, index: -1 }
  }
  return place
}

/** What the value at a place must be. */
function expectedAt({ owner, member, property, isItem }: Place, error: SchemaError): string {
  const own = owner.types?.[0]?.[0]
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
  if (member === undefined)
    return ['value-kind', `This must be ${expectationOf(owner.name)}; it is ${kindOf(document)}.`]
  const name = owner.contexts?.[index]
  if (member === '@context' && name !== undefined && (keyword === 'const' || keyword === 'pattern')) {
    const given = valueAtPointer(document, instancePath.replace(/\/\d+$/, ''))
    return hasAllContexts(owner, given)
      ? ['context-order', `The contexts are all there, but out of order. The order is ${contextOrder(owner)}.`]
      : ['context-position', contextAt(index, name)]
  }
  if (keyword === 'contains') return ['type-missing', missingTypes(owner)]
  if (keyword === 'minItems') {
    const order = member === '@context' ? `: ${contextOrder(owner)}` : ''
    const least = params['limit'] === 1 ? 'must not be empty' : `must have at least ${params['limit']} entries`
    return ['too-few-values', `\`${member}\` ${least}${order}.`]
  }
  const message = `${isItem ? `Each entry of \`${member}\`` : `\`${member}\``} must be ${expectedAt(place, error)}`
  if (keyword === 'enum') return ['value-not-allowed', `${message}.`]
  if (keyword !== 'type') return ['value-format', `${message}.`]
  return ['value-kind', `${message}; it is ${kindOf(valueAtPointer(document, instancePath))}.`]
}

/** Findings of the schema that `validate` does not count as errors: official samples of VCDM 1.1 have them. */
const levelOf = (of: ClassDescription, code: FindingCode, member: unknown): FindingLevel =>
  of.name === 'EndorsementCredentialv1p1' && code === 'member-missing' && member === 'name' ? 'warning' : 'error'

/** Puts one error into words; `undefined` for those that only repeat another. */
function findingOf(error: SchemaError, root: ClassDescription, document: unknown): Finding | undefined {
  const { keyword, instancePath, params } = error
  if (keyword === 'if' || keyword === 'propertyNames') return undefined
  const place = placeOf(root, instancePath)
  // Each name that is not the one `contains` looks for is reported too.
  if (keyword === 'enum' && place.member === 'type' && place.isItem) return undefined
  const own = place.member === undefined ? root : (classAllowedBy(place.property?.[0]) ?? place.owner)
  const found = (
    of: ClassDescription,
    pointer: string,
    [code, message]: [FindingCode, string],
    hint?: string,
  ): Finding => ({
    rule: 'schema',
    level: levelOf(of, code, params['missingProperty']),
    code,
    pointer,
    message,
    ...(hint !== undefined && { hint }),
    source: of.source,
  })
  if (keyword === 'required')
    return found(own, instancePath, ['member-missing', missingMember(own, String(params['missingProperty']))])
  if (keyword === 'additionalProperties') {
    const member = String(params['additionalProperty'])
    return found(own, childPointer(instancePath, member), ['member-unknown', unknownMember(own, member)])
  }
  const hint =
    error.propertyName === undefined ? hintFor(place.property, valueAtPointer(document, instancePath)) : undefined
  const about = aboutValue(error, place, document)
  const pointer = about[0] === 'context-order' ? instancePath.replace(/\/\d+$/, '') : instancePath
  return found(place.owner, pointer, about, hint)
}

/**
 * Returns what the JSON Schema of one class finds in a value, without any cross-field rule: nothing when it fits. The
 * verdict is that of the official schemas: they take a single value for any set, and objects of strings by language for
 * any text, and do not look into URIs. How deep a value is nested is bounded by `validate` alone. Classes whose name
 * ends in `v1p1` are those of credentials of VCDM 1.1.
 *
 * The subpath `validate/schema` brings the schemas alone, and so starts in a fraction of the time that rules and
 * contexts take.
 *
 * @example
 * ```ts
 * import { validateSchema } from '@testamur/credentials/validate/schema'
 *
 * const findings = validateSchema({ id: 'https://university.example', type: ['Profile'], name: 7 }, 'Profile')
 * console.log(findings[0]?.message) // `name` must be a string; it is a number.
 * ```
 */
export function validateSchema(value: unknown, className: ClassName | ClassNamev1p1): Finding[] {
  const validator = validators[className]
  if (validator(value)) return []
  const root = classNamed(className) as ClassDescription
  const findings = (validator.errors ?? []).map((error) => findingOf(error, root, value))
  return distinct(findings.filter((each) => each !== undefined))
}
