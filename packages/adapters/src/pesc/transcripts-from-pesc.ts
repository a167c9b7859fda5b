import { SourceDocumentError } from '../errors.js'
import { readXmlRecords, streamXmlRecords, type XmlInput, type XmlReadOptions, type XmlStream } from '../xml/index.js'
import type { PescReadOptions } from './interface.js'
import { type ReadTranscript, readTranscript } from './read-transcript.js'

/** The message that is one transcript, and the one that holds many. */
const message = 'CollegeTranscript'
const batch = 'AcademicRecordBatch'

/**
 * Returns the transcripts of a PESC College Transcript (1.0 to 1.9), or of an AcademicRecordBatch of them, as
 * transcript models.
 *
 * Reading is tolerant: any namespace or none, any prefix, any encoding that XML names, empty and unknown elements. What
 * is not read into the model is in `losses`, element by element. It is safe: no DOCTYPE, no entities, bounds on
 * everything. It does not validate against the XSD.
 *
 * @throws {@link SourceDocumentError} `ERR_XML_…` when it is not XML that can be read, `ERR_PESC_ROOT` when it is another
 * document, `ERR_PESC_INCOMPLETE` when a transcript has no student or no academic record, `ERR_PESC_NO_TRANSCRIPT` when
 * a batch has none.
 * @example
 * ```ts
 * import { transcriptsFromPesc } from '@testamur/adapters/pesc'
 *
 * declare const xml: Uint8Array
 *
 * for (const { transcript, counts } of transcriptsFromPesc(xml)) {
 *   console.log(transcript.sender?.names[0], counts.Course)
 * }
 * ```
 */
export function transcriptsFromPesc(xml: XmlInput, options: PescReadOptions = {}): ReadTranscript[] {
  const transcripts = Array.from(readXmlRecords(xml, readOptions(options)), readTranscript)
  if (transcripts.length === 0) throw noTranscript()
  return transcripts
}

/**
 * The same for a document that arrives in pieces: every transcript is yielded as soon as it is read, and only one is in
 * memory at a time, so a batch may be of any size.
 *
 * @throws as {@link transcriptsFromPesc}, at the place in the iteration where the fault is.
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs'
 * import { streamTranscriptsFromPesc } from '@testamur/adapters/pesc'
 *
 * for await (const { transcript } of streamTranscriptsFromPesc(createReadStream('batch.xml'))) {
 *   console.log(transcript.records.length)
 * }
 * ```
 */
export async function* streamTranscriptsFromPesc(
  xml: XmlStream,
  options: PescReadOptions = {},
): AsyncGenerator<ReadTranscript, void, undefined> {
  let isEmpty = true
  for await (const record of streamXmlRecords(xml, readOptions(options))) {
    isEmpty = false
    yield readTranscript(record)
  }
  if (isEmpty) throw noTranscript()
}

function readOptions({ limits }: PescReadOptions): XmlReadOptions {
  return {
    limits,
    isRecord: (name) => name === message,
    checkRoot: (name, position) => {
      if (name === message || name === batch) return
      throw new SourceDocumentError(
        'ERR_PESC_ROOT',
        `the root element is ${name.slice(0, 100)}, not ${message} or ${batch}`,
        {
          advice: 'Other PESC messages are not read',
          position,
        },
      )
    },
  }
}

function noTranscript(): SourceDocumentError {
  return new SourceDocumentError('ERR_PESC_NO_TRANSCRIPT', `the ${batch} holds no ${message}`)
}
