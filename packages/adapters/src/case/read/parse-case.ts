import { type JsonLimits, jsonValueProblem, parseJson } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { SourceDocumentError } from '../../errors.js'
import type { CaseReadOptions, ReadCase, ReadCasePackage } from '../interface.js'
import type { CfDocument } from '../model/index.js'
import type { CfClasses, CfClassName } from '../model/structure.js'
import { CaseReading, isWrapped } from './case-reading.js'
import { misfit } from './formats.js'
import { placeOfItem, placeOfMember, root } from './place.js'

/** JSON text, its bytes in UTF-8, or what `JSON.parse` makes of it. */
export type CaseInput = string | Uint8Array | object

/** Stands in for dates of change of which nothing is known: no framework is that old. */
export const unknownChange = '1970-01-01T00:00:00Z'

/** State frameworks run to hundreds of megabytes. */
const defaultLimits: JsonLimits = { maxBytes: 256 * 1024 * 1024 }

/**
 * Returns the CFPackage in a JSON document of CASE 1.0 or 1.1, bare or wrapped, complete, and everything that is odd about
 * it.
 *
 * Reads what publishers write: missing members get a stand-in (an empty text; a UUID made from the content; the date of
 * the framework) and a problem each, a number where a text should be is converted, `null`, empty lists and empty
 * identifiers, URIs and dates count as absent, unknown members are losses. An association without type or end is left out.
 * Of more than 100,000 problems or losses the rest is told as a number for each code. The JSON is read strictly: no
 * member twice, no other encoding than UTF-8, bounded.
 *
 * Does not check that the items and associations fit together: `caseFramework` does.
 *
 * @throws {@link SourceDocumentError} `ERR_CASE_NOT_JSON`; `ERR_CASE_NOT_CASE` when there is no CFDocument.
 * @see [CASE 1.1, CFPackage](https://www.imsglobal.org/spec/case/v1p1)
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { parseCasePackage } from '@testamur/adapters/case'
 *
 * const { package: framework, problems } = parseCasePackage(readFileSync('framework.json'))
 * console.log(framework.CFDocument.title, framework.CFItems.length, problems.length)
 * ```
 */
export function parseCasePackage(input: CaseInput, options: CaseReadOptions = {}): ReadCasePackage {
  const source = jsonOf(input, options)
  const reading = new CaseReading(lastChangeIn(source))
  const found = reading.object('CFPackage', source, root)
  if (found === undefined) throw notCase('no CFPackage: it has no readable CFDocument')
  const {
    CFItems = [],
    CFAssociations = [],
    ...others
  } = found as Partial<typeof found> & Pick<typeof found, 'CFDocument'>
  return { package: { ...others, CFItems, CFAssociations }, problems: reading.problems, losses: reading.losses }
}

/**
 * Returns the documents of a CFDocuments response, bare or wrapped. Like {@link parseCasePackage} for the rest.
 *
 * @throws {@link SourceDocumentError} `ERR_CASE_NOT_JSON`; `ERR_CASE_NOT_CASE` when there is no list of documents.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * import { parseCaseDocuments } from '@testamur/adapters/case'
 *
 * for (const { title, identifier } of parseCaseDocuments(readFileSync('documents.json')).value) console.log(identifier, title)
 * ```
 */
export function parseCaseDocuments(input: CaseInput, options: CaseReadOptions = {}): ReadCase<readonly CfDocument[]> {
  return parseCaseSet('CFDocument', input, options)
}

/** Returns one object of a class, bare or wrapped. */
export function parseCaseObject<Name extends CfClassName>(
  name: Name,
  input: CaseInput,
  options: CaseReadOptions = {},
): ReadCase<CfClasses[Name]> {
  const reading = new CaseReading(unknownChange)
  const value = reading.object(name, jsonOf(input, options), root)
  if (value === undefined) throw notCase(`no ${name}`)
  return { value, problems: reading.problems, losses: reading.losses }
}

/** Returns the objects of a list: `{ "CFDocuments": […] }`, `[…]`, or a single object that stands for itself. */
export function parseCaseSet<Name extends CfClassName>(
  name: Name,
  input: CaseInput,
  options: CaseReadOptions = {},
): ReadCase<readonly CfClasses[Name][]> {
  const source = jsonOf(input, options)
  const listName = `${name}s`
  const isWrapped = isObject(source) && Array.isArray(source[listName])
  const list: unknown = isWrapped ? source[listName] : source
  if (!isObject(list) && !Array.isArray(list)) throw notCase(`no list of ${listName}`)
  const place = isWrapped ? placeOfMember(root, listName) : root
  const reading = new CaseReading(unknownChange)
  const value = Array.isArray(list)
    ? list.flatMap((item, index) => reading.object(name, item, placeOfItem(place, index)) ?? [])
    : [reading.object(name, list, place)].filter((item) => item !== undefined)
  if (!Array.isArray(list) && value.length === 0) throw notCase(`no list of ${listName}`)
  return { value, problems: reading.problems, losses: reading.losses }
}

function jsonOf(input: CaseInput, { limits = {} }: CaseReadOptions): unknown {
  const bounds = { ...defaultLimits, ...limits }
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    const fault = jsonValueProblem(input, bounds)
    if (fault !== undefined) throw notJson(`${fault.pointer || 'the document'}: ${fault.detail}`)
    return input
  }
  const parsed = parseJson(input, bounds)
  if (!parsed.ok) throw notJson(`${parsed.problem.title}: ${parsed.problem.detail}`)
  return parsed.value
}

/** The date that the framework was last changed, if it says one. */
function lastChangeIn(source: unknown): string {
  const outer = isWrapped('CFPackage', source) ? source['CFPackage'] : source
  const document = isObject(outer) ? outer['CFDocument'] : undefined
  const bare = isWrapped('CFDocument', document) ? document['CFDocument'] : document
  const lastChange = isObject(bare) ? bare['lastChangeDateTime'] : undefined
  return typeof lastChange === 'string' && misfit('dateTime', lastChange) === undefined ? lastChange : unknownChange
}

const notJson = (reason: string): SourceDocumentError =>
  new SourceDocumentError('ERR_CASE_NOT_JSON', reason.replace(/\.$/, ''), { advice: 'CASE is JSON in UTF-8' })

const notCase = (reason: string): SourceDocumentError =>
  new SourceDocumentError('ERR_CASE_NOT_CASE', `the document holds ${reason}`, {
    advice: 'A package is { "CFDocument": …, "CFItems": […], "CFAssociations": […] }',
  })
