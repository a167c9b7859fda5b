import type { AlignmentInput, ClrCredential, IdentityObject, ProfileInput } from '@testamur/credentials'
import type { LintPractice } from '@testamur/credentials/lint'
import type { Course, School, Transcript } from './model/index.js'

/** Why something of the source is not, or not wholly, in the record. */
export type LossCode =
  /**
   * It is about the person, and the record does without: identity numbers, birth, sex, address, health, other persons.
   */
  | 'personal-data'
  /** It steers the transmission of the document and says nothing about learning. */
  | 'transport'
  /** The target has no place for it: no member of Open Badges 3.0 and CLR 2.0, or no element of the format. */
  | 'no-equivalent'
  /** An option asks for it, and was not set. */
  | 'not-requested'
  /** The caller's own value stands in its place. */
  | 'superseded'
  /** The value is not of its type: no date, no number, no absolute URL. */
  | 'invalid-value'
  /** It is longer than the target takes. */
  | 'too-long'
  /** The version of the target that is written does not have it: no such element, no such code. */
  | 'not-in-version'
  /** The target demands something beside it, which is missing. */
  | 'incomplete'
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
  /** Which of them are carried. Default: all. */
  readonly carry?: readonly PersonalDatum[] | undefined
}

/** What a summary is about. */
export type SummaryScope = 'record' | 'term' | 'award' | 'program'

/** Criteria texts by the kind of achievement. */
export interface CriteriaTexts {
  readonly award?: string | undefined
  readonly program?: string | undefined
  readonly summary?: string | undefined
  readonly test?: string | undefined
  /** Placements, service, clubs, co-curricular learning. */
  readonly experience?: string | undefined
  /** Requirements, attributes, proficiencies, languages, prizes. */
  readonly additional?: string | undefined
  readonly license?: string | undefined
  readonly competency?: string | undefined
}

/** What identifies a learner in a transcript. */
export type PersonalDatum = 'name' | 'school-id' | 'agency-ids'

/** Options of `clrFromTranscript`. */
export interface ClrFromTranscriptOptions {
  /**
   * Issuer of the record and of every credential in it. Its `id` is always this one. Where the issuer is the institution
   * that sent the transcript, what else it leaves out (name, address, telephone, identifiers, …) is filled in from that.
   */
  readonly issuer: ProfileInput
  /**
   * Whether the issuer is the institution that sent the transcript. If not, the sender is the creator of what it taught.
   * Default: codes that both have (FICE, IPEDS, …) decide; where they share none, it is if `issuer` has no name, or the
   * sender's.
   */
  readonly issuerIsSender?: boolean | undefined
  /** The learner: an id, or {@link LearnerOptions}. */
  readonly learner?: string | LearnerOptions | undefined
  /** When the record and its credentials become valid. */
  readonly validFrom: Date | string
  /** When they stop being valid. Default: never. */
  readonly validUntil?: Date | string | undefined
  /**
   * Id of the record. Default: a `urn:uuid:` derived from what the record says of whom, apart from names and numbers of
   * the learner. Importing again gives the same id if the learner has the same: without `learner` it never does.
   */
  readonly id?: string | undefined
  /**
   * Position of the transcript in its document, from 1: it goes into the ids, so that transcripts that say the same of
   * one learner become different records. Default: 1.
   */
  readonly position?: number | undefined
  /** Name of the record. Default: `Transcript of` the sender's name. */
  readonly name?: string | undefined
  /** Criteria text of a course; `undefined` from the function means the default text. */
  readonly criteria?: ((course: Course) => string | undefined) | undefined
  /** Criteria texts of what is no course. Default: a general sentence each. */
  readonly criteriaTexts?: CriteriaTexts | undefined
  /**
   * Id of a course as an achievement, for instance its page in the catalogue, so that it is the same in every record of
   * every learner. It must be a URI. Where courses of one id differ (in title, credits, level), only the first gets it.
   * Default, also for `undefined` from the function: derived from the definition.
   */
  readonly achievementId?: ((course: Course, school: School | undefined) => string | undefined) | undefined
  /**
   * What a course is aligned with: nodes of frameworks, such as `alignmentFromCfItem` of `@testamur/adapters/case` makes of
   * the items of a curriculum. `school` is the one that taught it, when that is another than the one that sent the
   * transcript: courses of another school may have the same number. A course with other alignments is another
   * achievement. Default, also for `undefined` from the function: none.
   */
  readonly alignment?:
    | ((course: Course, school: School | undefined) => AlignmentInput | readonly AlignmentInput[] | undefined)
    | undefined
  /**
   * Categories for high-impact practices and what is learned beside the curriculum: the list that `lint` takes. What the
   * source marks by a name, tag or level tag of a category (attribute and requirement codes, achievement categories,
   * activity codes) gets the category for a tag, and outside courses its first achievement type. Default: none.
   */
  readonly taxonomy?: readonly LintPractice[] | undefined
  /**
   * IRI of a member of the caller's own that says the credit unit of a course, for instance
   * `https://registrar.example.edu/terms#creditUnit`. The record then has it beside the credits, under the last part of
   * the IRI as name, with a context of its own. Default: a tag only.
   */
  readonly creditUnitIri?: string | undefined
  /** Which summaries to carry, by what they are about. Default: all. */
  readonly summaries?: readonly SummaryScope[] | undefined
  /** Grades of a scale from low to high, by scale code: they become the allowed values of grades on that scale. */
  readonly gradeScales?: Readonly<Record<string, readonly string[]>> | undefined
  /**
   * Whether the record remembers where each credential stood in the transcript, and what its members say in another form
   * than the transcript, as evidence of genre `Transcript entry`: `carry` (default), so that `transcriptFromClr` makes
   * the same transcript again, or `omit`.
   */
  readonly transcriptEntries?: 'carry' | 'omit' | undefined
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

/** A transcript made from a record, and what of the record is not in it. */
export interface TranscriptFromClr {
  readonly transcript: Transcript
  /** What was not carried: paths are JSON Pointers into the record, or paths of the transcript where it was changed. */
  readonly losses: readonly Loss[]
}
