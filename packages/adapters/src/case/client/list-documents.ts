import type { Problem } from '@testamur/documents'
import type { JsonValue } from '@testamur/documents/json'
import { problem } from '../../problems.js'
import type { Loss } from '../../transcript/index.js'
import type { ReadCase } from '../interface.js'
import type { CfDocument } from '../model/index.js'
import { CaseServiceError } from './case-service-error.js'
import { type ReadEntry, readEntry, type SourcePage } from './document-page.js'
import { defaultLimit } from './document-query.js'
import type { DocumentListing, ListDocumentsOptions } from './interface.js'

/** Where pages come from, and how many documents are too many. */
interface Source {
  readonly getPage: (options: ListDocumentsOptions) => Promise<SourcePage>
  readonly maxDocuments: number
}

/** What is odd about a listing, and about no document of it. */
interface Remarks {
  readonly problems: Problem[]
  readonly losses: Loss[]
}

/** Goes through all documents. */
export function listAll(source: Source, options: ListDocumentsOptions): DocumentListing {
  const remarks: Remarks = { problems: [], losses: [] }
  return Object.assign(documentsOf(source, options, remarks), remarks)
}

/**
 * Where the next page begins follows from how many entries there were, never from how many were asked for, nor from what
 * the service says: so nothing is missed when it gives fewer than asked for. A total and a link are reasons to ask on; only
 * a page ends the listing.
 */
async function* documentsOf(
  { getPage, maxDocuments }: Source,
  options: ListDocumentsOptions,
  remarks: Remarks,
): AsyncGenerator<ReadCase<CfDocument>, void, undefined> {
  const { limit = defaultLimit, offset: start = 0, untilEmpty = true } = options
  const seen = new Set<string>()
  let count = 0
  for (let offset = start, wasNew = true; ; ) {
    const { entries, total, hasNext } = await getPage({ ...options, limit, offset })
    if (entries.length > maxDocuments) throw tooMany(maxDocuments)
    const found = newEntries(entries, offset, seen)
    for (const { document, problems, losses } of found) {
      count += 1
      if (count > maxDocuments) throw tooMany(maxDocuments)
      if (document !== undefined) yield { value: document, problems, losses }
      else {
        remarks.problems.push(...problems)
        remarks.losses.push(...losses)
      }
    }
    offset += entries.length
    const isMore = hasNext || (total ?? 0) > start + count
    const isNew = found.length > 0
    // A service that ignores `offset` gives the same page again; one where documents were added meanwhile does so once.
    const isRepeating = !isNew && (!wasNew || !isMore)
    if (entries.length === 0 || isRepeating || (!untilEmpty && !isMore && entries.length < limit)) {
      if (isMore) remarks.problems.push(incomplete(total, start + count))
      return
    }
    wasNew = isNew
  }
}

/** Reads the entries of a page that no page before it had. Each document counts once, whatever cannot be read each time. */
function newEntries(entries: readonly JsonValue[], offset: number, seen: Set<string>): ReadEntry[] {
  const before = new Set<string>()
  const found = entries
    .map((entry, index) => readEntry(entry, offset + index))
    .filter(({ document, key }) => {
      if (seen.has(key) || (document !== undefined && before.has(key))) return false
      before.add(key)
      return true
    })
  for (const key of before) seen.add(key)
  return found
}

function incomplete(total: number | undefined, count: number): Problem {
  const claim = total === undefined || total <= count ? 'links to a next page' : `counts ${total} documents`
  return problem('case-listing-incomplete', '/CFDocuments', `The service ${claim}, and gave ${count}.`)
}

function tooMany(maxDocuments: number): CaseServiceError {
  return new CaseServiceError('ERR_CASE_TOO_LARGE', `the service lists more than ${maxDocuments} documents`)
}
