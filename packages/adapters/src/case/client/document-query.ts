import { isObject } from '@testamur/documents/json'
import type { CaseCondition, CaseFilter, ListDocumentsOptions } from './interface.js'
import { invalid, isSendable } from './require-options.js'

/** The number of documents that services give without being asked for one (CASE 1.1 REST binding, §3.1). */
export const defaultLimit = 100

const fieldPath = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/

/**
 * Returns the query of a CFDocuments request (CASE 1.1 REST binding, §3.1 to §3.4), percent-encoded: services that take `+`
 * for itself understand it too.
 *
 * @throws `ERR_INVALID_OPTION` for what the binding cannot say
 */
export function documentQuery({ limit, offset, sort, orderBy, filter, fields }: ListDocumentsOptions): string {
  const parameters: [name: string, value: string | undefined][] = [
    ['limit', String(count('limit', limit ?? defaultLimit, 1))],
    ['offset', String(count('offset', offset ?? 0, 0))],
    ['sort', sort === undefined ? undefined : field('sort', sort)],
    ['orderBy', orderBy === undefined ? undefined : order(orderBy)],
    ['filter', filter === undefined ? undefined : filterText(filter)],
    ['fields', fields === undefined ? undefined : selection(fields)],
  ]
  return parameters
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${percentEncoded(value)}`]))
    .join('&')
}

function order(orderBy: unknown): string {
  if (orderBy === 'asc' || orderBy === 'desc') return orderBy
  throw invalid('orderBy is neither asc nor desc')
}

function filterText(filter: CaseFilter): string {
  if (!isObject(filter)) throw invalid('filter is no condition')
  if ('and' in filter) return bothOf(filter.and).join(' AND ')
  return 'or' in filter ? bothOf(filter.or).join(' OR ') : condition(filter)
}

function bothOf(conditions: unknown): string[] {
  if (Array.isArray(conditions) && conditions.length === 2)
    return conditions.map((each: CaseCondition) => condition(each))
  throw invalid('filter joins two conditions: the binding has no more')
}

const predicates: readonly string[] = ['=', '!=', '>', '>=', '<', '<=', '~']

function condition(each: CaseCondition): string {
  if (!isObject(each)) throw invalid('filter is no condition')
  const { field: name, is, value } = each
  if (!predicates.includes(is)) throw invalid(`filter compares with one of ${predicates.join(' ')}`)
  if (!isSendable(value)) throw invalid('filter compares with a text of whole characters')
  if (value.includes("'")) throw invalid('filter cannot hold a single quote: the binding has no way to write one')
  return `${field('filter', name)}${is}'${value}'`
}

function selection(fields: readonly string[]): string {
  if (!Array.isArray(fields) || fields.length === 0) throw invalid('fields names at least one member')
  // Without the identifier, documents could not be told apart.
  return [...new Set(['identifier', ...fields])].map((name) => field('fields', name)).join(',')
}

function field(option: string, name: string): string {
  if (typeof name === 'string' && fieldPath.test(name)) return name
  throw invalid(`${option} names a member of documents`)
}

function count(option: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value
  throw invalid(`${option} is a whole number, at least ${least}`)
}

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
