/** Any JSON value (RFC 8259). */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

/** A JSON object; members that are `undefined` count as absent. */
export interface JsonObject {
  [member: string]: JsonValue | undefined
}

/** Bounds that reading a document keeps. */
export interface JsonLimits {
  /** Largest document in bytes of UTF-8. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Deepest nesting of arrays and objects. Default 128. */
  readonly maxDepth?: number | undefined
}

/**
 * Longest name of a member, in UTF-16 code units. The pointer of every problem repeats the names that lead to it, so that
 * longer ones would make reports of any size.
 */
export const maxNameLength = 4096

/** Defaults of {@link JsonLimits}. */
export const defaultJsonLimits: Required<{ [K in keyof JsonLimits]: number }> = {
  maxBytes: 16 * 1024 * 1024,
  maxDepth: 128,
}
