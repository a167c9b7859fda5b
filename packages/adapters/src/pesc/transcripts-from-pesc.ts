import { SourceDocumentError } from '../errors.js'
import { readXmlRecords, streamXmlRecords, type XmlInput, type XmlReadOptions, type XmlStream } from '../xml/index.js'
import type { PescReadOptions } from './interface.js'
import { beginsLikeJson, readJsonRecords, streamJsonRecords } from './json-records.js'
import { type ReadTranscript, TranscriptReader, transcriptElements } from './read-transcript.js'
import { withStart } from './stream-start.js'

/** Root elements that are read: messages, and what holds many of them. */
const messages = ['CollegeTranscript', 'HighSchoolTranscript', 'LearningRecord', 'TestScoreReport']
const batch = 'AcademicRecordBatch'

/** What else comes in by mistake, and can be named: any other name may be of the document's own making. */
const knownRoots: ReadonlySet<string> = new Set([
  'Acknowledgment',
  'AdmissionsApplication',
  'TranscriptRequest',
  'TranscriptResponse',
  'html',
])

/**
 * Returns the transcripts of a PESC message as transcript models: of a College Transcript (1.0 to 1.9), a High School
 * Transcript (1.0 to 1.7), a Learning Record, a report of test scores (one for each student), or of an
 * AcademicRecordBatch of any of them; in XML, or in PESC's JSON, where a list may hold many of them.
 *
 * Reading is tolerant: any namespace or none, any prefix, any encoding that XML names, empty and unknown elements. What
 * is not read into the model is in `losses`, element by element. It is safe: no DOCTYPE, no entities, bounds on
 * everything. It does not validate against the XSD.
 *
 * @throws {@link SourceDocumentError} `ERR_XML_…` or `ERR_JSON_…` when it is not XML or JSON that can be read,
 * `ERR_PESC_ROOT` when it is another document, `ERR_PESC_INCOMPLETE` when a message has no student, or nothing that the
 * student did, `ERR_PESC_NO_TRANSCRIPT` when a batch has none. `ERR_INVALID_OPTION` of this package when `xml` is neither
 * text nor bytes.
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
  const reader = new TranscriptReader()
  const isJson = (typeof xml === 'string' || xml instanceof Uint8Array) && beginsLikeJson(xml)
  const records = isJson ? readJsonRecords(xml, readOptions(options)) : readXmlRecords(xml, readOptions(options))
  const transcripts = Array.from(records, (record) => reader.read(record))
  if (transcripts.length === 0) throw noTranscript()
  return transcripts
}

/**
 * The same for a document that arrives in pieces: every transcript is yielded as soon as the next one begins, and no
 * others are in memory, so a batch may be of any size. JSON is put together first, up to `maxBytes`.
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
  const reader = new TranscriptReader()
  const { start, stream } = await withStart(xml)
  const records = beginsLikeJson(start)
    ? await streamJsonRecords(stream, readOptions(options))
    : streamXmlRecords(stream, readOptions(options))
  let isEmpty = true
  for await (const record of records) {
    isEmpty = false
    yield reader.read(record)
  }
  if (isEmpty) throw noTranscript()
}

function readOptions({ limits }: PescReadOptions): XmlReadOptions {
  return {
    limits,
    isRecord: (name) => Object.hasOwn(transcriptElements, name),
    checkRoot: (name, position) => {
      if (name === batch || messages.includes(name)) return
      const found = knownRoots.has(name) ? `is ${name}, which` : 'of the document'
      throw new SourceDocumentError('ERR_PESC_ROOT', `the root element ${found} is no message of PESC that is read`, {
        advice: `Give a ${messages.join(', ')} or ${batch}`,
        position,
      })
    },
  }
}

function noTranscript(): SourceDocumentError {
  return new SourceDocumentError('ERR_PESC_NO_TRANSCRIPT', 'the document holds no transcript')
}
