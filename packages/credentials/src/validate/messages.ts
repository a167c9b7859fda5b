import {
  type ClassDescription,
  type ContextName,
  capital,
  classOfType,
  contexts,
  expectations,
  isMany,
  type PropertyDescription,
  termsOfEnumerations,
} from '../model/index.js'

const withArticle = (name: string): string => `${/^[AEIOU]/.test(name) ? 'an' : 'a'} \`${name}\``

/** What one value of a type is: `a number`, ``an `Achievement` object``. */
export function expectationOf(type: string): string {
  const className = type.replace(/v1p1$/, '')
  const terms = termsOfEnumerations[type]
  const isClass = classOfType(className) !== undefined
  return expectations[type] ?? (isClass ? `${withArticle(className)} object` : terms ? oneOf(terms) : 'a string')
}

const oneOf = (terms: string): string =>
  `one of ${terms
    .split(' ')
    .map((term) => `\`${term}\``)
    .join(', ')
    .replace(', `ext:`', ' or a term that starts with `ext:`')}`

/** What the value of a member is; `asItem` for one value in its array. */
export function memberExpectation([type, cardinality]: PropertyDescription, asItem: boolean): string {
  return isMany(cardinality) && !asItem ? `an array: each ${expectationOf(type)}` : expectationOf(type)
}

/** What an instance of the class is called in a message: in both versions of VCDM the same. */
const called = ({ name }: ClassDescription): string => capital(withArticle(name.replace(/v1p1$/, '')))

export const missingMember = (of: ClassDescription, member: string): string => `${called(of)} needs \`${member}\`.`

/** A name out of the document, as far as it is one: nothing else of it may stand in a message. */
export const nameText = (name: string): string => (/^[\w@:.-]{1,60}$/.test(name) ? `\`${name}\`` : 'of this name')

export const unknownMember = (of: ClassDescription, member: string): string =>
  `${called(of)} takes no member ${nameText(member)}, nor any other than ${Object.keys(of.properties)
    .map((each) => `\`${each}\``)
    .join(', ')}.`

export function missingTypes({ types = [] }: ClassDescription): string {
  return `\`type\` must hold ${types.map((group) => group.map((name) => `\`${name}\``).join(' or ')).join(' and ')}.`
}

/** Which contexts a credential names, in order. */
export function contextOrder({ contexts: names = [] }: ClassDescription): string {
  const places = names.map((name) => contexts[name])
  return places.map(({ title, url }) => `${title} (\`${url}\`)`).join(', then ')
}

/** True when each of the credential's contexts, of whatever release, is somewhere in the list. */
export function hasAllContexts({ contexts: names = [] }: ClassDescription, given: unknown): boolean {
  return Array.isArray(given) && names.every((name) => given.some((each) => isReleaseOf(name, each)))
}

/** True for the URL of a context that stands at a place, of whatever release: `context.json` or `context-3.0.2.json`. */
export const isReleaseOf = (name: ContextName, url: unknown): boolean =>
  typeof url === 'string' && withoutRelease(url) === withoutRelease(contexts[name].url)

const withoutRelease = (url: string): string => url.replace(/-\d+\.\d+\.\d+(?=\.json$)/, '')

/** Which context stands at a place of `@context`. */
export const contextAt = (index: number, name: ContextName): string =>
  `Entry ${index + 1} of \`@context\` must be ${contexts[name].title}, \`${contexts[name].url}\`.`

/** What kind of JSON value this is, for a message that must not repeat the value. */
export function kindOf(value: unknown): string {
  if (value === null) return '`null`'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
