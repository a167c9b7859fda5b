import {
  type ClassDescription,
  type ClassName,
  type ClassNamev1p1,
  classOfType,
  contexts,
  expectations,
  type PropertyDescription,
  structure,
  termsOfEnumerations,
} from '../model/index.js'

/** A class as a message speaks of it: its name, and what the model says of it. */
export interface NamedClass {
  readonly name: ClassName | ClassNamev1p1
  readonly description: ClassDescription
}

export const namedClass = (name: ClassName): NamedClass => ({ name, description: structure[name] })

const withArticle = (name: string): string => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} \`${name}\``

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What one value of a type is: `a number`, ``an `Achievement` object``. */
export function expectationOf(type: string): string {
  if (type === 'Context') return 'a URI or an inline context'
  if (type === 'ProfileRef') return 'a URI or a `Profile` object'
  const className = type.replace(/v1p1$/, '')
  if (classOfType(className) !== undefined) return `${withArticle(className)} object`
  const terms = termsOfEnumerations[type]
  return terms === undefined ? (expectations[type] ?? 'a string') : oneOf(terms.split(' '))
}

const oneOf = (terms: readonly string[]): string =>
  `one of ${terms
    .map((term) => `\`${term}\``)
    .join(', ')
    .replace(', `ext:`', ' or a term that starts with `ext:`')}`

/** What the value of a member is; `asItem` for one value in its array. */
export function memberExpectation([type, cardinality]: PropertyDescription, asItem: boolean): string {
  return cardinality.endsWith('*') && !asItem ? `an array: each ${expectationOf(type)}` : expectationOf(type)
}

/** What an instance of the class is called in a message: in both versions of VCDM the same. */
const called = ({ name }: NamedClass): string => capital(withArticle(name.replace(/v1p1$/, '')))

export const missingMember = (of: NamedClass, member: string): string => `${called(of)} needs \`${member}\`.`

/** A name out of the document, as far as it is one: nothing else of it may stand in a message. */
export const nameText = (name: string): string => (/^[\w@:.-]{1,60}$/.test(name) ? `\`${name}\`` : 'of this name')

export const unknownMember = (of: NamedClass, member: string): string =>
  `${called(of)} takes no member ${nameText(member)}, nor any other than ${Object.keys(of.description.properties)
    .map((each) => `\`${each}\``)
    .join(', ')}.`

export function missingTypes({ description: { types = [] } }: NamedClass): string {
  return `\`type\` must hold ${types.map((group) => group.map((name) => `\`${name}\``).join(' or ')).join(' and ')}.`
}

/** Which contexts a credential names, in order. */
export function contextOrder({ description }: NamedClass): string {
  const places = (description.contexts ?? []).map((name) => contexts[name])
  return places.map((place) => `${place?.title} (\`${place?.url}\`)`).join(', then ')
}

/** True when each of the credential's contexts, of whatever release, is somewhere in the list. */
export function hasAllContexts({ description }: NamedClass, given: unknown): boolean {
  const urls = Array.isArray(given) ? given.filter((each) => typeof each === 'string') : []
  return (description.contexts ?? []).every((name) => urls.some((url) => isReleaseOf(name, url)))
}

/** True for the URL of a context that stands at a place, of whatever release: `context.json` or `context-3.0.2.json`. */
export function isReleaseOf(name: string, url: string): boolean {
  const current = contexts[name]?.url ?? ''
  const stem = current.replace(/-\d+\.\d+\.\d+\.json$/, '')
  return url === current || (url.startsWith(stem) && /^(-\d+\.\d+\.\d+)?\.json$/.test(url.slice(stem.length)))
}

/** What stands at a place of `@context`. */
export function contextAt({ description }: NamedClass, index: number): string {
  const place = contexts[description.contexts?.[index] ?? '']
  return `Entry ${index + 1} of \`@context\` must be ${place?.title}, \`${place?.url}\`.`
}

/** What kind of JSON value this is, for a message that must not repeat the value. */
export function kindOf(value: unknown): string {
  if (value === null) return '`null`'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
