import type { ClrFromTranscript, ClrFromTranscriptOptions } from '../transcript/index.js'
import type { XmlLimits } from '../xml/index.js'

/** Messages that hold transcripts. */
export type PescMessage = 'CollegeTranscript' | 'HighSchoolTranscript' | 'LearningRecord' | 'TestScoreReport'

/** Elements that are counted. */
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

/** How many elements of a name there are in the message, carried or not; a name that does not occur is left out. */
export type ElementCounts = Readonly<Partial<Record<(typeof countedElements)[number], number>>>

/** Options of reading PESC messages. */
export interface PescReadOptions {
  /** Bounds of reading. */
  readonly limits?: XmlLimits | undefined
}

/** Options of making records from PESC messages. */
export interface ClrFromPescOptions
  extends Omit<ClrFromTranscriptOptions, 'provenance' | 'position'>,
    PescReadOptions {}

/** A record made from a PESC transcript, what of the document is not in it, and what is in it. */
export interface ClrFromPesc extends ClrFromTranscript {
  /** How many elements the message holds, by name. */
  readonly counts: ElementCounts
}
