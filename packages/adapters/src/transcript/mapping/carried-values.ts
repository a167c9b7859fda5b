import type { IdentifierEntryInput } from '@testamur/credentials'
import { parseUrl } from '@testamur/documents/json'
import { startOfDay } from './date-time.js'
import { exactNumber } from './exact-number.js'
import type { Ledger, TextField } from './ledger.js'

/** Returns the number of a decimal field; a number that JSON cannot say exactly is lost. */
export function numberOf<Node extends object>(ledger: Ledger, node: Node, field: TextField<Node>): number | undefined {
  const value: unknown = ledger.use(node, field)
  if (typeof value !== 'string') return undefined
  const number = exactNumber(value)
  if (number === undefined) ledger.lose(node, field, 'invalid-value', 'It is not a number that JSON can hold exactly')
  return number
}

/** Returns the moment that a day begins; what is no whole date is lost. */
export function dateOf<Node extends object>(ledger: Ledger, node: Node, field: TextField<Node>): string | undefined {
  const value: unknown = ledger.use(node, field)
  if (typeof value !== 'string') return undefined
  const moment = startOfDay(value)
  if (moment === undefined)
    ledger.lose(node, field, 'invalid-value', 'It is not a date of the calendar with year, month and day')
  return moment
}

/**
 * Returns a field that is an absolute http(s) URL. Anything else is lost: `www.example.edu` is a name on a web page,
 * but in a credential it would be a reference relative to nowhere.
 */
export function absoluteUrl<Node extends object>(
  ledger: Ledger,
  node: Node,
  field: TextField<Node>,
): string | undefined {
  const value: unknown = ledger.use(node, field)
  if (typeof value !== 'string') return undefined
  if (/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(value) && parseUrl(value) !== undefined) return value
  ledger.lose(node, field, 'invalid-value', 'It is not an absolute URL')
  return undefined
}

/** Returns the notes of a node as one text, in order and verbatim. */
export function narrativeOf(
  ledger: Ledger,
  ...nodes: readonly { readonly notes: readonly string[] }[]
): string | undefined {
  const notes = nodes.flatMap((node) => ledger.use(node, 'notes'))
  return notes.length > 0 ? notes.join('\n') : undefined
}

/** Returns tags such as `pesc:CourseCreditUnits=Semester` for fields that belong to a definition. */
export function tagsOf<Node extends object>(
  ledger: Ledger,
  node: Node,
  names: readonly (readonly [field: TextField<Node>, name: string])[],
): string[] {
  return names.flatMap(([field, name]) => {
    const value: unknown = ledger.use(node, field)
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
    return values.map((text) => `pesc:${name}=${text}`)
  })
}

/** Returns an identifier entry for each field of a node of codes, such as `ext:CIP`. */
export function identifiersOf<Codes extends object>(ledger: Ledger, codes: Codes): IdentifierEntryInput[] {
  return Object.keys(codes).flatMap((name) => {
    const identifier: unknown = ledger.use(codes, name as TextField<Codes>)
    return typeof identifier === 'string' ? [{ identifierType: `ext:${name}`, identifier }] : []
  })
}
