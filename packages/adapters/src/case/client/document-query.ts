import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../../errors.js'
import type { CaseCondition, CaseFilter, ListDocumentsOptions } from './interface.js'

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
    ['sort', sort && field('sort', sort)],
    ['orderBy', orderBy],
    ['filter', filter && filterText(filter)],
    ['fields', fields && selection(fields)],
  ]
  return parameters
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${percentEncoded(value)}`]))
    .join('&')
}

function filterText(filter: CaseFilter): string {
  if ('and' in filter) return filter.and.map(condition).join(' AND ')
  return 'or' in filter ? filter.or.map(condition).join(' OR ') : condition(filter)
}

const predicates: readonly string[] = ['=', '!=', '>', '>=', '<', '<=', '~']

function condition({ field: name, is, value }: CaseCondition): string {
  if (!predicates.includes(is)) throw invalid('filter', `compares with one of ${predicates.join(' ')}`)
  if (typeof value !== 'string') throw invalid('filter', 'compares with a text')
  if (value.includes("'")) throw invalid('filter', 'cannot hold a single quote: the binding has no way to write one')
  return `${field('filter', name)}${is}'${value}'`
}

function selection(fields: readonly string[]): string {
  if (fields.length === 0) throw invalid('fields', 'names at least one member')
  // Without the identifier, documents could not be told apart.
  return [...new Set(['identifier', ...fields])].map((name) => field('fields', name)).join(',')
}

function field(option: string, name: string): string {
  if (fieldPath.test(name)) return name
  throw invalid(option, 'names a member of documents')
}

function count(option: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value
  throw invalid(option, `is a whole number, at least ${least}`)
}

function invalid(option: string, what: string): TestamurError<AdaptersErrorCode> {
  return new TestamurError('ERR_INVALID_OPTION', `the option ${option} ${what}`)
}

const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
