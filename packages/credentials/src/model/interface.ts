/** One value, or several: what JSON-LD lets a document write for some sets. */
export type OneOrMany<T> = T | readonly T[]

/** Names in a `type` member: editors complete the ones that the class knows, any other is taken. */
export type TypeNames<Known extends string> = OneOrMany<Known | (string & {})>

/** `T` with at least one of the members `K` present. */
export type RequireOne<T, K extends keyof T> = T &
  { [Member in K]: { readonly [Needed in Member]: NonNullable<T[Needed]> } }[K]

/** A member of a class: its type, how many values it takes, and the class it names one of by URI. */
export type PropertyDescription = readonly [type: string, cardinality: string, refersTo?: string]

/** What the package knows of a class at run time. */
export interface ClassDescription {
  /** Where the class is specified, for people. */
  readonly source: string
  /** Credentials only: which contexts stand at the first places of `@context`. */
  readonly contexts?: readonly string[] | undefined
  /** Names that `type` has: at least one of each group. */
  readonly types?: readonly (readonly string[])[] | undefined
  /** Builders give instances an `id` where none is given. */
  readonly generatesId?: true | undefined
  /** Takes no members of other vocabularies. */
  readonly closed?: true | undefined
  readonly properties: Readonly<Record<string, PropertyDescription>>
}
