import type { ReadCase } from '../interface.js'
import type { CfDocument } from '../model/index.js'
import { CaseServiceError } from './case-service-error.js'
import { defaultLimit } from './document-query.js'
import type { DocumentPage, ListDocumentsOptions } from './interface.js'

/**
 * Goes through all documents. Where the next page begins follows from how many documents there were, never from how many
 * were asked for, nor from what the service says: so nothing is missed when it gives fewer than asked for. A total and a
 * link are reasons to ask on; only a page ends the listing.
 */
export async function* listAll(
  getPage: (options: ListDocumentsOptions) => Promise<DocumentPage>,
  options: ListDocumentsOptions,
  maxDocuments: number,
): AsyncGenerator<ReadCase<CfDocument>, void, undefined> {
  const { limit = defaultLimit, offset: start = 0, untilEmpty = false } = options
  const seen = new Set<string>()
  for (let offset = start; ; ) {
    const page = await getPage({ ...options, limit, offset })
    const { value: documents, count, total, hasNext } = page
    offset += count
    let isNew = false
    for (const [index, document] of documents.entries()) {
      if (seen.has(document.identifier)) continue
      isNew = true
      seen.add(document.identifier)
      if (seen.size > maxDocuments) {
        throw new CaseServiceError('ERR_CASE_TOO_LARGE', `the service lists more than ${maxDocuments} documents`)
      }
      yield { value: document, ...about(page, index) }
    }
    const isFull = count >= limit
    const isMore = isFull || untilEmpty || hasNext || (total !== undefined && total !== offset)
    // A service that ignores `offset` gives the same page again.
    if (!isNew || !isMore) return
  }
}

/** What is odd about one document of a page. */
function about({ problems, losses }: DocumentPage, index: number): Pick<DocumentPage, 'problems' | 'losses'> {
  return {
    problems: problems.filter(({ pointer }) => new RegExp(`^(?:/CFDocuments)?/${index}(?:/|$)`).test(pointer)),
    losses: losses.filter(({ path }) => path.replace(/^\/CFDocuments/, '').startsWith(`[${index + 1}]`)),
  }
}
