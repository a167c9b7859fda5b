import type { AchievementType, ClassName } from '../model/index.js'
import type { Located } from '../validate/interface.js'

/** How much a finding matters: an error is to be mended, a warning to be thought about, an info is an idea. */
export type LintLevel = 'error' | 'warning' | 'info'

/** One thing that could be better in a record. Holds no value of the document. */
export interface LintFinding {
  /** Id of the rule that found it, such as `Q01`; `document` for what stands in the way of all rules. */
  readonly rule: string
  readonly level: LintLevel
  /** What it is about; kebab-case, stable across releases. */
  readonly code: string
  /** JSON Pointer (RFC 6901) of the value; of the object where a member is missing. `''` is the whole document. */
  readonly pointer: string
  /** What is wrong, and what to write instead. */
  readonly message: string
  /** Why it matters to a reader of the record. */
  readonly why: string
  /** Where the advice comes from: an address, or the exact name of a document. */
  readonly source: string
}

/** What {@link lint} returns. */
export interface LintResult {
  /** True when no finding is an error. It says nothing about whether the record is well-formed: `validate` does. */
  readonly valid: boolean
  readonly findings: readonly LintFinding[]
}

/** Options of {@link lint}. */
export interface LintOptions {
  /** Name of a profile, or a profile. Default `general`: what applies to any record. */
  readonly profile?: LintProfileName | LintProfile | undefined
  /** The present, or what tells it. Default: the clock of the platform. */
  readonly now?: Date | (() => Date) | undefined
}

/** Name of a profile that Testamur has. */
export type LintProfileName =
  | 'general'
  | 'transcript'
  | 'degree'
  | 'microcredential-application'
  | 'microcredential-knowledge'
  | 'recognition'
  | 'cocurricular'

/** What a good record of one kind is: rules, how much each matters, and what they go by. */
export interface LintProfile {
  readonly name: string
  readonly title: string
  readonly rules: readonly LintRule[]
  /**
   * Levels that differ from those of the rules, by id of a rule or by code; `off` leaves it out. A code goes before its
   * rule.
   */
  readonly levels: Readonly<Record<string, LintLevel | 'off'>>
  readonly settings: LintSettings
}

/** What is particular to a code of a rule; what is left out is that of the rule. */
export interface LintReason {
  readonly why?: string | undefined
  readonly source?: string | undefined
  readonly level?: LintLevel | undefined
}

/** Advice of one kind. Its functions read any JSON, however malformed, without throwing. */
export interface LintRule<Code extends string = string> {
  readonly id: string
  readonly title: string
  /** Why it matters to a reader of the record: one or two sentences. */
  readonly why: string
  /** Where it comes from: an address, or the exact name of a document. */
  readonly source: string
  readonly level: LintLevel
  /** Every code it reports. */
  readonly codes: Readonly<Record<Code, LintReason>>
  readonly check: (record: LintRecord, report: LintReport<Code>) => void
  /** Names the web addresses that a reader must be able to open; {@link lintLinks} has them tried. */
  readonly links?: ((record: LintRecord, link: LintLink<Code>) => void) | undefined
}

/** Takes what a rule found. The message repeats no value of the document. */
export type LintReport<Code extends string = string> = (code: Code, pointer: string, message: string) => void

/** Takes a web address, and what to report if it does not open. */
export type LintLink<Code extends string = string> = (url: string, code: Code, pointer: string, message: string) => void

/** A document as rules see it: taken apart once, its objects with their places. */
export interface LintRecord {
  readonly document: Located
  /** Learner records: the document, if it is one, and those inside it. */
  readonly learnerRecords: readonly LearnerRecord[]
  /** What is awarded to the learner, wherever it stands: by the badge that the document is, by those inside it. */
  readonly awards: readonly Award[]
  /** Every achievement, awarded or only listed. */
  readonly achievements: readonly Located[]
  /** Every object of a class of Open Badges 3.0 or CLR 2.0. */
  readonly instancesOf: (className: ClassName) => readonly Located[]
  readonly settings: LintSettings
  /** The present, in milliseconds since 1970. */
  readonly now: number
}

/** A ClrCredential, taken apart. */
export interface LearnerRecord {
  readonly credential: Located
  readonly subject: Located
  /** Awards of the credentials inside, and inside those. */
  readonly awards: readonly Award[]
  /** Achievements that are awarded, and those that the subject lists; also of records inside. */
  readonly achievements: readonly Located[]
  /** Where credentials stand as compact text, which hides what they award. */
  readonly compactCredentials: readonly string[]
}

/** One achievement that a credential awards to the learner. */
export interface Award {
  /** The AchievementCredential. */
  readonly credential: Located
  /** Its AchievementSubject. */
  readonly subject: Located
  readonly achievement: Located
  readonly results: readonly DescribedResult[]
  /** The ClrCredential that holds the credential. */
  readonly learnerRecord: Located | undefined
}

/** A result, and the result description of its achievement that it refers to. */
export interface DescribedResult {
  readonly result: Located
  readonly description: Located | undefined
}

/** What the rules go by. */
export interface LintSettings {
  /** Criteria in fewer characters than these say too little (Q01). */
  readonly minimumCriteriaLength: number
  /** Texts that say nothing, in small letters (Q01). */
  readonly boilerplate: readonly string[]
  /** What achievement types of one's own are called: `{ 'ext:Bootcamp': 'Coding boot camp' }` (Q02). */
  readonly achievementTypeLabels: Readonly<Record<string, string>>
  /** Beginnings of words by which an English narrative tells what was assessed, in small letters (Q03). */
  readonly assessmentWords: readonly string[]
  /** Achievement types that are microcredentials (Q04, Q05). */
  readonly microcredentialTypes: readonly AchievementType[]
  /** How a microcredential shows the learning: by evidence, by results of an assessment, or it need not (Q05). */
  readonly shownBy: 'evidence' | 'result' | 'attendance' | undefined
  /** Identifier types that name an institution in a public register, in small letters, without `ext:` (Q08). */
  readonly institutionIdentifiers: readonly string[]
  /** Words for units of credit, in small letters (Q10). */
  readonly creditUnits: readonly string[]
  /** Achievement types that courses lead to (Q11). */
  readonly programTypes: readonly AchievementType[]
  /** True when names and e-mail addresses of the learner are to be hashed (Q12). */
  readonly hashedIdentity: boolean
  /** What must not be read out of a record about the learner (Q12). */
  readonly sensitiveTopics: readonly SensitiveTopic[]
  /** Words for frameworks of levels, in small letters (Q16). */
  readonly levelFrameworks: readonly string[]
  /** Grades that stand for work in progress, in small letters (Q17). */
  readonly inProgressGrades: readonly string[]
  /** High-impact practices, or whatever categories of experience a state or an institution has (Q18). */
  readonly practices: readonly LintPractice[]
}

/** Something about a person that a record does without, and the words that tell of it, in small letters. */
export interface SensitiveTopic {
  /** What it is; stands in messages. */
  readonly kind: string
  /** Names that a member, a result or an identifier has when it holds such a fact. */
  readonly labels: readonly string[]
  /** Words and phrases that tell of it in a text about the learner. */
  readonly phrases: readonly string[]
}

/** A category of experience, such as service learning. */
export interface LintPractice {
  /** An achievement that has the name for a tag is one of them. */
  readonly name: string
  /** So is one with any of these tags. */
  readonly tags: readonly string[]
  /** How intense it is; an achievement that has the tag of a level is one of the practice too. */
  readonly levels?: readonly LintPracticeLevel[] | undefined
  /** Achievement types that fit; any, when left out. */
  readonly achievementTypes?: readonly AchievementType[] | undefined
}

/** How intense a practice is. */
export interface LintPracticeLevel {
  readonly tag: string
  readonly title: string
  /** Whole hours that belong to it, both ends included. */
  readonly hours?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined
}
