import { SourceDocumentError } from '../../errors.js'
import type { PescBatchItem, PescWriteOptions, PescWritten } from './interface.js'
import { declaration, messageLines } from './pesc-from-transcript.js'

/** Options of writing a batch: they hold for every transcript in it. */
export interface PescBatchOptions extends Omit<PescWriteOptions, 'person'> {
  /** Told of each transcript, by its position from 0, once it is written. */
  readonly onWritten?: ((index: number, written: Omit<PescWritten, 'xml'>) => void) | undefined
}

/**
 * Yields the pieces of an AcademicRecordBatch 2.1 with a College Transcript for every item, in order. Only one is in
 * memory at a time, so a batch may be of any size.
 *
 * @throws as `pescFromTranscript`, at the item that is at fault; {@link SourceDocumentError} `ERR_PESC_NO_TRANSCRIPT` when
 * there is no item.
 * @example
 * ```ts
 * import { createWriteStream } from 'node:fs'
 * import { Readable } from 'node:stream'
 * import { pescBatchFromTranscripts } from '@testamur/adapters/pesc'
 * import type { Transcript } from '@testamur/adapters/transcript'
 *
 * declare const transcripts: readonly Transcript[]
 *
 * const pieces = pescBatchFromTranscripts(transcripts.map((transcript) => ({ transcript })), { version: '1.8' })
 * Readable.from(pieces).pipe(createWriteStream('batch.xml'))
 * ```
 */
export function* pescBatchFromTranscripts(
  items: Iterable<PescBatchItem>,
  options: PescBatchOptions = {},
): Generator<string, void, undefined> {
  const root = 'AcRecBat:AcademicRecordBatch'
  const start = `${declaration}\n<${root} xmlns:AcRecBat="urn:org:pesc:message:AcademicRecordBatch:v2.1.0">\n  <BatchContent>\n`
  let index = 0
  for (const { transcript, person, document, destination } of items) {
    const own = { person, document: document ?? options.document, destination: destination ?? options.destination }
    const { lines, ...written } = messageLines(transcript, { ...options, ...own })
    yield `${index === 0 ? start : ''}${lines.map((line) => `    ${line}\n`).join('')}`
    options.onWritten?.(index, written)
    index += 1
  }
  if (index === 0) {
    throw new SourceDocumentError('ERR_PESC_NO_TRANSCRIPT', 'the batch would hold no transcript', {
      advice: 'PESC has no empty batches: write none',
    })
  }
  yield `  </BatchContent>\n</${root}>\n`
}
