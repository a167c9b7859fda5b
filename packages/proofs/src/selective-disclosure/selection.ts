import { type JsonObject, type JsonValue, valueAtPointer } from '@testamur/documents'
import { ProofsError } from '../errors.js'

/** @throws {ProofsError} `ERR_INVALID_OPTION` for the first pointer that does not say what to disclose of a document. */
export function checkSelection(document: JsonObject, pointers: readonly string[]): void {
  for (const pointer of pointers) {
    const fault = selectionFault(document, pointer)
    if (fault === undefined) continue
    const message = `${JSON.stringify(pointer)} does not select a part of the credential`
    throw new ProofsError('ERR_INVALID_OPTION', message, { advice: fault })
  }
}

/** Returns why a JSON Pointer does not say what to disclose of a document, or `undefined` when it does. */
export function selectionFault(document: JsonObject, pointer: string): string | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) return 'A JSON Pointer starts with "/"'
  const value = valueAtPointer(document, pointer)
  return value === undefined || value === null ? 'There is no value' : undefined
}

/** What is selected of a value: all of it, or parts of its members. */
type Selection = 'all' | Map<string, Selection>

/**
 * Returns the part of a document that JSON Pointers name (selectJsonLd of VC DI ECDSA Cryptosuites 1.0): every
 * object on the way keeps its id, its types and its context, every list loses what is not selected.
 */
export function selectPart(document: JsonObject, pointers: readonly string[]): JsonObject {
  let selection: Selection = new Map()
  for (const pointer of pointers) {
    const members = pointer.split('/').slice(1)
    selection = extended(
      selection,
      members.map((member) => member.replaceAll('~1', '/').replaceAll('~0', '~')),
    )
  }
  return pick(document, selection) as JsonObject
}

function extended(selection: Selection, [member, ...deeper]: readonly string[]): Selection {
  if (selection === 'all' || member === undefined) return 'all'
  return new Map(selection).set(member, extended(selection.get(member) ?? new Map(), deeper))
}

function pick(value: JsonValue, selection: Selection): JsonValue {
  if (selection === 'all' || typeof value !== 'object' || value === null) return value
  const picked = Object.entries(value).flatMap(([member, child]): [string, JsonValue][] => {
    const part = alwaysKept.has(member) ? 'all' : selection.get(member)
    return part === undefined || child === undefined ? [] : [[member, pick(child, part)]]
  })
  return Array.isArray(value) ? picked.map(([, child]) => child) : Object.fromEntries(picked)
}

const alwaysKept: ReadonlySet<string> = new Set(['@context', 'id', 'type'])
