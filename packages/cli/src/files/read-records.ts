import { type JsonValue, parseJson } from '@testamur/documents'
import type { ParseRecordsResult, Records } from './interface.js'
import { displayName, maxFileBytes } from './read-file.js'

/** Returns the records in a JSON text, whatever they are. An array without any is itself taken for one, and is none. */
export function parseRecords(bytes: Uint8Array): ParseRecordsResult {
  const parsed = parseJson(bytes, { maxBytes: maxFileBytes })
  if (!parsed.ok) return parsed
  const isList = Array.isArray(parsed.value) && parsed.value.length > 0
  return { ok: true, records: { items: isList ? (parsed.value as JsonValue[]) : [parsed.value], isList } }
}

/** Does the same with each record, one after the other. */
export async function eachRecord<T, Result>(
  { items, isList }: Records<T>,
  action: (record: T, index: number) => Promise<Result> | Result,
): Promise<Records<Result>> {
  const results: Result[] = []
  for (const [index, record] of items.entries()) results.push(await action(record, index))
  return { items: results, isList }
}

/** Returns records as a file holds them. */
export function contentOf<T>({ items, isList }: Records<T>): T | readonly T[] | undefined {
  return isList ? items : items[0]
}

/** Returns what messages call a record: its file, and its number where there are several. */
export function recordName(file: string, { isList }: Records<unknown>, index: number): string {
  return isList ? `${displayName(file)}, record ${index + 1}` : displayName(file)
}
