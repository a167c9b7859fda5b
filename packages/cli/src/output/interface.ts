import type { JsonValue, Problem } from '@testamur/documents'
import type { ExitCode } from '../exit-codes.js'

/** Colours by meaning. */
export interface Palette {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly doubt: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

/** A line of text, and what belongs to it. */
export interface Branch {
  readonly text: string
  readonly children?: readonly Branch[] | undefined
}

/** Tells how far long work has come. */
export interface Progress {
  /** Shows a new state, at most ten times a second. */
  show(text: string): void
  /** Takes the line away. */
  end(): Promise<void>
}

/** What the lines need of a finding of `validate()` or `lint()`. */
export interface ShownFinding {
  readonly level: 'error' | 'warning' | 'info'
  readonly code: string
  readonly pointer: string
  readonly message: string
  /** What to write instead. */
  readonly hint?: string | undefined
  /** Why it matters. */
  readonly why?: string | undefined
  /** Where that stands. */
  readonly source?: string | undefined
}

/** The words for a document without errors, and for one with them. */
export interface Verdict {
  readonly good: string
  readonly bad: string
}

/** What was verified; names are taken from it, also where its signature is not good. */
export interface VerifiedSubject {
  /** Name of the file. */
  readonly name: string
  readonly document: JsonValue | undefined
}

/** What a credential calls itself. */
export interface CredentialLabel {
  /** `Course`, `BachelorDegree`; of other credentials than achievements the type. */
  readonly kind: string
  /** Name and code, as in `“Organic Chemistry I” (CHEM 231)`; empty when it has none. */
  readonly name: string
}

/** An error as it is told, to people and under `--json`. */
export interface ErrorReport {
  readonly exitCode: ExitCode
  /** The `error` member of what `--json` prints. */
  readonly error: {
    readonly code: string
    /** Names the file and the reason. */
    readonly message: string
    readonly file?: string | undefined
    /** Where reading stopped, from 1. */
    readonly line?: number | undefined
    readonly column?: number | undefined
    readonly problems?: readonly Problem[] | undefined
  }
}
