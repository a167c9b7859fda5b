import { isObject, type JsonValue, listOf } from '@testamur/documents/json'
import type { ReadCase } from '../interface.js'
import type { CfDocument } from '../model/index.js'
import { CaseReading } from '../read/case-reading.js'
import { unknownChange } from '../read/parse-case.js'
import { placeOfItem, placeOfMember, root } from '../read/place.js'
import { CaseServiceError } from './case-service-error.js'
import type { DocumentPage } from './interface.js'
import type { ServiceAnswer } from './service-requests.js'

/** A page as the service gives it. */
export interface SourcePage extends Pick<DocumentPage, 'total' | 'hasNext'> {
  /** What stands where the documents do, whatever it is. */
  readonly entries: readonly JsonValue[]
}

/** What stands at one place of the list: a document, if it can be read, and what is odd about it. */
export interface ReadEntry extends Omit<ReadCase<CfDocument>, 'value'> {
  readonly document: CfDocument | undefined
  /** Tells it from other entries, on whichever page they stand. */
  readonly key: string
}

/**
 * Returns the page in an answer: `{ "CFDocuments": […] }`, `[…]`, or a single document that stands for itself.
 *
 * @throws {@link CaseServiceError} `ERR_CASE_RESPONSE` for something else
 */
export function sourcePage({ value, headers }: ServiceAnswer): SourcePage {
  const list = isObject(value) && Array.isArray(value['CFDocuments']) ? value['CFDocuments'] : value
  if (!Array.isArray(list) && readEntry(list, 0).document === undefined) {
    throw new CaseServiceError('ERR_CASE_RESPONSE', 'the service answers with something else than a list of documents')
  }
  return {
    entries: listOf(list),
    total: totalIn(headers),
    hasNext: /;\s*rel\s*=\s*"?(?:[^";,]*\s)?next\b/i.test(headers.get('link') ?? ''),
  }
}

/** Reads one entry. Problems and losses say where it stands in the list that all pages are parts of. */
export function readEntry(entry: JsonValue, position: number): ReadEntry {
  // Read by itself: what stands in for a missing identifier must not depend on the page.
  const reading = new CaseReading(unknownChange)
  const document = reading.object('CFDocument', entry, root)
  const at = placeOfItem(placeOfMember(root, 'CFDocuments'), position)
  return {
    document,
    key: document?.identifier ?? JSON.stringify(entry),
    problems: reading.problems.map((each) => ({ ...each, pointer: at.pointer + each.pointer })),
    losses: reading.losses.map((each) => ({ ...each, path: at.path + each.path.replace(/^\/$/, '') })),
  }
}

function totalIn(headers: Headers): number | undefined {
  const text = headers.get('x-total-count')?.trim() ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
