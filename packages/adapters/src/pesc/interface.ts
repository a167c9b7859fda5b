import type { ClrFromTranscript, ClrFromTranscriptOptions } from '../transcript/index.js'
import type { XmlLimits } from '../xml/index.js'

/** Elements that are counted while they are read. */
export const countedElements = [
  'AcademicRecord',
  'AcademicSession',
  'Course',
  'AcademicAward',
  'AcademicSummary',
  'GPA',
  'AcademicProgram',
  'NoteMessage',
] as const

/** How many elements of a name were read; a name that does not occur is left out. */
export type ElementCounts = Readonly<Partial<Record<(typeof countedElements)[number], number>>>

/** Options of reading PESC XML. */
export interface PescReadOptions {
  /** Bounds of reading. */
  readonly limits?: XmlLimits | undefined
}

/** Options of making records from PESC XML. */
export interface ClrFromPescOptions extends Omit<ClrFromTranscriptOptions, 'provenance'>, PescReadOptions {}

/** A record made from a PESC transcript, what of the document is not in it, and what was read. */
export interface ClrFromPesc extends ClrFromTranscript {
  /** How many elements were read, by name. */
  readonly counts: ElementCounts
}
