import type { JsonValue, Problem } from '@testamur/documents'

/** The records of a file: one as itself, or several in an array. What commands make of them has the same shape. */
export interface Records<T> {
  readonly items: readonly T[]
  /** True when they stand in an array, also when it is one. */
  readonly isList: boolean
}

/** The records, or why the bytes are not JSON. */
export type ParseRecordsResult =
  | { readonly ok: true; readonly records: Records<JsonValue> }
  | { readonly ok: false; readonly problem: Problem }
