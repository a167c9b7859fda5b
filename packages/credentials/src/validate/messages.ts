import {
  type ClassName,
  classOfType,
  contexts,
  expectations,
  type PropertyDescription,
  structure,
} from '../model/index.js'

const withArticle = (name: string): string => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} \`${name}\``

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What one value of a type is: `a number`, ``an `Achievement` object``. */
export function expectationOf(type: string): string {
  if (type === 'Context') return 'a URI or an inline context'
  if (type === 'ProfileRef') return 'a URI or a `Profile` object'
  return classOfType(type) === undefined ? (expectations[type] ?? 'a string') : `${withArticle(type)} object`
}

/** What the value of a member is; `asItem` for one value in its array. */
export function memberExpectation([type, cardinality]: PropertyDescription, asItem: boolean): string {
  return cardinality.endsWith('*') && !asItem ? `an array: each ${expectationOf(type)}` : expectationOf(type)
}

export const missingMember = (className: ClassName, member: string): string =>
  `${capital(withArticle(className))} needs \`${member}\`.`

export const unknownMember = (className: ClassName, member: string): string =>
  `${capital(withArticle(className))} takes no member \`${member}\`, nor any other than ${Object.keys(
    structure[className].properties,
  )
    .map((each) => `\`${each}\``)
    .join(', ')}.`

export function missingTypes(className: ClassName): string {
  const groups = structure[className].types ?? []
  return `\`type\` must hold ${groups.map((group) => group.map((name) => `\`${name}\``).join(' or ')).join(' and ')}.`
}

/** Which contexts a credential names, in order. */
export function contextOrder(className: ClassName): string {
  const places = (structure[className].contexts ?? []).map((name) => contexts[name])
  return places.map((place) => `${place?.title} (\`${place?.url}\`)`).join(', then ')
}

/** What stands at a place of `@context`. */
export function contextAt(className: ClassName, index: number): string {
  const place = contexts[structure[className].contexts?.[index] ?? '']
  return `Entry ${index + 1} of \`@context\` must be ${place?.title}, \`${place?.url}\`.`
}

/** What kind of JSON value this is, for a message that must not repeat the value. */
export function kindOf(value: unknown): string {
  if (value === null) return '`null`'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
