import type { ClrCredential, IdentityObject, ProfileInput } from '@testamur/credentials'
import type { Course } from './model/index.js'

/** Why something of the source is not, or not wholly, in the record. */
export type LossCode =
  /**
   * It is about the person, and the record does without: identity numbers, birth, sex, address, health, other persons.
   */
  | 'personal-data'
  /** It steers the transmission of the document and says nothing about learning. */
  | 'transport'
  /** Open Badges 3.0 and CLR 2.0 have no member for it. */
  | 'no-equivalent'
  /** An option asks for it, and was not set. */
  | 'not-requested'
  /** The caller's own value stands in its place. */
  | 'superseded'
  /** The value is not of its type: no date, no number, no absolute URL. */
  | 'invalid-value'
  /** It can mean more than one thing, and nothing was guessed. */
  | 'ambiguous'
  /** Only the first of several is read. */
  | 'repeated-element'
  /** A private extension of the sender. */
  | 'extension'
  /** An element that the format does not have at this place. */
  | 'unknown-element'
  /** It is present and holds nothing. */
  | 'empty'

/** One part of the source that the record does not carry, or carries only in part. Never holds the value. */
export interface Loss {
  /** Where it stands: element names from the root, with positions where a name repeats; `@name` is an attribute. */
  readonly path: string
  /** Line of the start tag, from 1, where the source has lines. */
  readonly line?: number | undefined
  /** Why, for programs. */
  readonly code: LossCode
  /** Why, for people. */
  readonly reason: string
  /** `dropped`: nothing of it is in the record. `reduced`: a part of it, or a form of it, is. */
  readonly disposition: 'dropped' | 'reduced'
}

/** Where a value stood in the source. */
export interface SourcePlace {
  readonly path: string
  readonly line?: number | undefined
}

/** Tells where in the source the values of a transcript stood. A reader makes it beside the transcript. */
export interface Provenance {
  /**
   * Place of a field of a transcript's node, or of one item of a field that is a list; `undefined` if it is not known.
   */
  locate(node: object, field: string, index?: number): SourcePlace | undefined
}

/** What the mapper carries only when asked. */
export type OptionalContent =
  /** Rank in class and size of the class ranked. */
  | 'class-rank'
  /** Academic standing: probation, suspension, good standing, reasons for leaving; and the notes beside it. */
  | 'standing'

/** Who the learner of a record is. */
export interface LearnerOptions {
  /** Identifies the learner in every credential, for instance a DID. Default: a random `urn:uuid:`. */
  readonly id?: string | undefined
  /** Identifiers to add to those of the transcript. */
  readonly identifier?: readonly IdentityObject[] | undefined
  /**
   * How the transcript's own name and numbers of the learner are carried: `hashed` with a random salt, so that only who
   * knows them can recognise the learner (default), `plain`, or not at all (`none`).
   */
  readonly identity?: 'hashed' | 'plain' | 'none' | undefined
}

/** Options of `clrFromTranscript`. */
export interface ClrFromTranscriptOptions {
  /**
   * Issuer of the record and of every credential in it. Its `id` is always this one; what else it leaves out (name,
   * address, telephone, identifiers, …) is filled in from the institution that sent the transcript.
   */
  readonly issuer: ProfileInput
  /** The learner: an id, or {@link LearnerOptions}. */
  readonly learner?: string | LearnerOptions | undefined
  /** When the record and its credentials become valid. */
  readonly validFrom: Date | string
  /** When they stop being valid. Default: never. */
  readonly validUntil?: Date | string | undefined
  /**
   * Id of the record. Default: a `urn:uuid:` derived from issuer, sender and document id, so that importing the
   * document again gives the same.
   */
  readonly id?: string | undefined
  /** Name of the record. Default: `Transcript of` the sender's name. */
  readonly name?: string | undefined
  /** Criteria text of a course; `undefined` from the function means the default text. */
  readonly criteria?: ((course: Course) => string | undefined) | undefined
  /** Grades of a scale from low to high, by scale code: they become the allowed values of grades on that scale. */
  readonly gradeScales?: Readonly<Record<string, readonly string[]>> | undefined
  /** What to carry beyond the default. Default: nothing. */
  readonly include?: readonly OptionalContent[] | undefined
  /** Source of random bytes, for ids and salts. Default: `crypto.getRandomValues`. */
  readonly random?: ((length: number) => Uint8Array) | undefined
  /** Where the transcript's values stood, for the loss report. */
  readonly provenance?: Provenance | undefined
}

/** A record made from a transcript, and what of the transcript is not in it. */
export interface ClrFromTranscript {
  /** The record, unsigned. */
  readonly credential: ClrCredential
  /** What was not carried, in the order of the source. */
  readonly losses: readonly Loss[]
}
