import type { AgencyIdentifier, Loss, Organization, Transcript } from '../../transcript/index.js'

/** Versions of College Transcript that are written. */
export type PescVersion = '1.6' | '1.8'

/** A learner, as a transcript names one. A CLR does not carry most of it: the caller does. */
export interface PescPerson {
  /** The name: given and family name, or at least one of the others. */
  readonly name: PescPersonName
  /** The institution's own number of the learner, at most 20 characters. */
  readonly schoolAssignedId?: string | undefined
  /** Canadian social insurance number, nine digits. */
  readonly sin?: string | undefined
  /** US social security number, nine digits. */
  readonly ssn?: string | undefined
  /** Last four digits of it. */
  readonly partialSsn?: string | undefined
  /** The receiver's number of the learner, at most 20 characters. */
  readonly recipientAssignedId?: string | undefined
  readonly agencyIdentifiers?: readonly AgencyIdentifier[] | undefined
  /** Date of birth, `2002-03-14`. */
  readonly birthDate?: string | undefined
  /** Day of birth without the year, `--03-14`. */
  readonly birthday?: string | undefined
  /** `Female`, `Male`, `Unreported`; in 1.8 also `Unspecified`. */
  readonly gender?: string | undefined
}

/** A learner's name, in parts of at most 35 characters, or as a whole of at most 45. */
export interface PescPersonName {
  readonly prefix?: string | undefined
  readonly given?: string | undefined
  readonly middle?: readonly string[] | undefined
  readonly family?: string | undefined
  /** `JR`, `SR`, `I` to `X`. */
  readonly suffix?: string | undefined
  readonly composite?: string | undefined
}

/** What a message says of itself. */
export interface PescDocument {
  /** Id of the document. Default: that of the transcript, else a random one. */
  readonly id?: string | undefined
  /** When it was made. Default: as the transcript says, else now. */
  readonly created?: Date | undefined
  /** Why it is sent. Default: `StudentRequest`. */
  readonly typeCode?: string | undefined
  /** Default: `Original`. */
  readonly transmissionType?: string | undefined
  /** The receiver's id of the request that it answers. */
  readonly requestTrackingId?: string | undefined
}

/** Options of writing a College Transcript. */
export interface PescWriteOptions {
  /** Version of College Transcript. Default: `1.8`. */
  readonly version?: PescVersion | undefined
  /** The learner. Default: what the transcript knows, which must be a name at least. */
  readonly person?: PescPerson | undefined
  readonly document?: PescDocument | undefined
  /** Who receives it. Default: an organization of which nothing is said. */
  readonly destination?: Partial<Pick<Organization, 'names' | 'identifiers'>> | undefined
  /** Credit basis of courses that do not say theirs, which PESC demands. Default: `Regular`. */
  readonly creditBasis?: string | undefined
  /** Credit unit of courses that do not say theirs. Default: none. */
  readonly creditUnit?: string | undefined
  /** Moment of now. Default: the clock. */
  readonly now?: (() => Date) | undefined
  /** Source of random bytes, for an id. Default: `crypto.getRandomValues`. */
  readonly random?: ((length: number) => Uint8Array) | undefined
}

/** A value that PESC demands, and that the record does not have. */
export interface PescDefault {
  /** Path of the transcript where it stands. */
  readonly path: string
  /** Element that was written. */
  readonly element: string
  readonly value: string
}

/** A College Transcript, and what of its source is not in it. */
export interface PescWritten {
  /** The document, in UTF-8 once encoded, without a byte-order mark. */
  readonly xml: string
  /** What was not carried, or only in part: paths of the transcript, or JSON Pointers into the record. */
  readonly losses: readonly Loss[]
  /** What was added because PESC demands it. */
  readonly defaults: readonly PescDefault[]
}

/** One transcript of a batch, with options of its own. */
export interface PescBatchItem extends Pick<PescWriteOptions, 'person' | 'document' | 'destination'> {
  readonly transcript: Transcript
}
