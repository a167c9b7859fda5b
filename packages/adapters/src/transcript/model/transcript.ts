import type { AcademicRecord } from './academic-record.js'
import type { StudentActivities } from './activity.js'
import type { Learner } from './learner.js'
import type { Organization } from './organization.js'
import type { Test } from './test.js'

/**
 * The transcript model: what institutions' transcript formats have in common (PESC's messages, ELMO, Ed-Fi, X12 TS130),
 * close to PESC's, the richest of them. Values are the source's own words, as strings: numbers keep their lexical form, dates their
 * precision, and codes are PESC's code values (readers of other formats translate theirs). Absent and empty are the
 * same. Nothing about a learner is modelled that a credential should not hold: no birth date, no sex, no health.
 */
export interface Transcript {
  /** The document that brought the record. */
  readonly document: TranscriptDocument
  /** The institution that made the transcript. */
  readonly sender?: Organization | undefined
  /** Whose record it is. */
  readonly learner: Learner
  /** One record per institution or level of study. */
  readonly records: readonly AcademicRecord[]
  /** Standardised tests taken. */
  readonly tests: readonly Test[]
  /** What the learner did outside lessons. */
  readonly activities?: StudentActivities | undefined
  /** Remarks on the whole transcript, in order, verbatim. */
  readonly notes: readonly string[]
}

/** The document that brought a transcript. */
export interface TranscriptDocument {
  /** The sender's id of the document; unique only at the sender. */
  readonly id?: string | undefined
  /** When the document was made (xs:dateTime, the zone may be missing). */
  readonly created?: string | undefined
  /** `TEST` or `PRODUCTION`. */
  readonly process?: string | undefined
  /** `Official` or `Unofficial`. */
  readonly official?: string | undefined
  /** `Complete` or `Partial`. */
  readonly completeness?: string | undefined
  /** Remarks, in order, verbatim. */
  readonly notes: readonly string[]
}
