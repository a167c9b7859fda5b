import type { Cardinality, PropertyDescription } from './interface.js'
import { type ClassName, structure } from './structure.js'

/** Returns the class of the objects that a type of the data model allows; `undefined` for strings, numbers and the like. */
export function classOfType(type: string | undefined): ClassName | undefined {
  // A profile reference is the URI of a profile or the profile itself.
  if (type === 'ProfileRef') return 'Profile'
  return type !== undefined && Object.hasOwn(structure, type) ? (type as ClassName) : undefined
}

/** True for the classes that are credentials: they have an envelope, and a proof of their own. */
export const isCredentialClass = (className: ClassName): boolean => structure[className].contexts !== undefined

/** The credentials that have a class of their own, the outermost first; any other is a VerifiableCredential. */
export const knownCredentials = ['ClrCredential', 'AchievementCredential', 'EndorsementCredential'] as const

/** Returns those of them that names of types stand for: `OpenBadgeCredential` is another name of one. */
export const credentialsNamed = (types: readonly string[]): (typeof knownCredentials)[number][] =>
  knownCredentials.filter((className) => structure[className].types?.[1]?.some((name) => types.includes(name)))

/** Returns the groups of a class's types of which none of these names is one. */
export const unmetTypes = (types: readonly (readonly string[])[], names: readonly unknown[]): (readonly string[])[] =>
  types.filter((group) => !group.some((name) => names.includes(name)))

/** Returns what the data model says of a member; `undefined` for members of other vocabularies. */
export function propertyOf(className: ClassName, member: string): PropertyDescription | undefined {
  const { properties } = structure[className]
  return Object.hasOwn(properties, member) ? properties[member] : undefined
}

/** True when a member takes several values, in an array. */
export const isMany = (cardinality: Cardinality): boolean => cardinality === '*' || cardinality === '+'

/** True when a member can be left out. */
export const isOptional = (cardinality: Cardinality): boolean => cardinality === '?' || cardinality === '*'

/** Returns a look-up of the members of each class that are of one of these types. */
export function membersOfTypes(types: readonly string[]): (className: string) => ReadonlySet<string> {
  const byClass = new Map<string, ReadonlySet<string>>()
  for (const [className, { properties }] of Object.entries(structure)) {
    const members = Object.keys(properties).filter((member) => types.includes(properties[member]?.[0] ?? ''))
    byClass.set(className, new Set(members))
  }
  const none: ReadonlySet<string> = new Set()
  return (className) => byClass.get(className) ?? none
}
