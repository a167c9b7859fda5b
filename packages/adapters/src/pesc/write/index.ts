export type {
  PescBatchItem,
  PescDefault,
  PescDocument,
  PescPerson,
  PescPersonName,
  PescVersion,
  PescWriteOptions,
  PescWritten,
} from './interface.js'
export { type PescBatchOptions, pescBatchFromTranscripts } from './pesc-batch.js'
export { pescFromClr } from './pesc-from-clr.js'
export { pescFromTranscript } from './pesc-from-transcript.js'
