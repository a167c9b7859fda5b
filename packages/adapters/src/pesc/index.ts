export type { AdaptersErrorCode, DocumentPosition } from '../errors.js'
export { SourceDocumentError } from '../errors.js'
export type { Loss, LossCode } from '../transcript/index.js'
export type { XmlInput, XmlLimits, XmlStream } from '../xml/index.js'
export { clrFromPescTranscript, clrsFromPesc } from './clr-from-pesc.js'
export type { ClrFromPesc, ClrFromPescOptions, ElementCounts, PescMessage, PescReadOptions } from './interface.js'
export type { ReadTranscript } from './read-transcript.js'
export { streamTranscriptsFromPesc, transcriptsFromPesc } from './transcripts-from-pesc.js'
export {
  type PescBatchItem,
  type PescBatchOptions,
  type PescDefault,
  type PescDocument,
  type PescPerson,
  type PescPersonName,
  type PescVersion,
  type PescWriteOptions,
  type PescWritten,
  pescBatchFromTranscripts,
  pescFromClr,
  pescFromTranscript,
} from './write/index.js'
