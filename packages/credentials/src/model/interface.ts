/** One value, or several: what JSON-LD lets a document write for some sets. */
export type OneOrMany<T> = T | readonly T[]

/** Names in a `type` member: editors complete the ones that the class knows, any other is taken. */
export type TypeNames<Known extends string> = OneOrMany<Known | (string & {})>

/** `T` with at least one of the members `K` present. */
export type RequireOne<T, K extends keyof T> = T &
  { [Member in K]: { readonly [Needed in Member]: NonNullable<T[Needed]> } }[K]

/** How many values a member takes, as regular expressions say it: one, `?` at most one, `*` any, `+` at least one. */
export type Cardinality = '' | '?' | '*' | '+'

/** A member of a class: its type, how many values it takes, and the class it names one of by URI. */
export type PropertyDescription = readonly [type: string, cardinality: Cardinality, refersTo?: string | undefined]

/** A context that credentials name at a fixed place. */
export type ContextName = 'vcdm1' | 'vcdm2' | 'clr' | 'ob'

/** What the package knows of a class at run time. */
export interface ClassDescription {
  readonly name: string
  /** Where the class is specified, for people. */
  readonly source: string
  /** Credentials only: which contexts stand at the first places of `@context`. */
  readonly contexts?: readonly ContextName[] | undefined
  /** Names that `type` has: at least one of each group. */
  readonly types?: readonly (readonly string[])[] | undefined
  /** Builders give instances an `id` where none is given. */
  readonly generatesId?: true | undefined
  /** Takes no members of other vocabularies. */
  readonly closed?: true | undefined
  readonly properties: Readonly<Record<string, PropertyDescription>>
}
