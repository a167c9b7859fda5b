import type { JsonObject } from '@testamur/documents/json'
import type { ClassName } from '../model/index.js'

/** How bad a finding is: errors make a document invalid, warnings do not. */
export type FindingLevel = 'error' | 'warning'

/** What a finding is about; stable across releases. */
export type FindingCode =
  | 'not-an-object'
  | 'too-deep'
  | 'type-unknown'
  | 'vcdm-version-not-checked'
  | 'member-missing'
  | 'member-unknown'
  | 'value-kind'
  | 'value-not-allowed'
  | 'value-format'
  | 'type-missing'
  | 'too-few-values'
  | 'context-position'
  | 'subject-unidentified'
  | 'criteria-empty'
  | 'result-description-unknown'
  | 'achieved-level-unknown'
  | 'achieved-level-elsewhere'
  | 'result-status-missing'
  | 'association-end-unknown'
  | 'association-cycle'
  | 'dates-reversed'

/** One thing that is wrong with a document, or that could not be checked. Holds no value of the document. */
export interface Finding {
  /** The rule that found it: `schema`, `document`, or the id of a cross-field rule. */
  readonly rule: string
  readonly level: FindingLevel
  readonly code: FindingCode
  /** JSON Pointer (RFC 6901) of the value; of the object where a member is missing. `''` is the whole document. */
  readonly pointer: string
  /** What was expected, for a person. */
  readonly message: string
  /** Where that is specified. */
  readonly source: string
}

/** What {@link validate} returns. */
export interface ValidationResult {
  /** True when no finding is an error. What could not be checked is a warning: look at `findings` as well. */
  readonly valid: boolean
  readonly findings: readonly Finding[]
}

/** An object of a document, and where it is. */
export interface Located {
  readonly value: JsonObject
  readonly pointer: string
}

/** Takes what a rule found; an error unless it says otherwise. */
export type Report = (code: FindingCode, pointer: string, message: string, level?: FindingLevel) => void

/** A rule over several members, which no schema expresses. Reads any JSON, however malformed, without throwing. */
export interface Rule {
  readonly id: string
  /** Classes whose instances it looks at. */
  readonly classes: readonly ClassName[]
  /** Where it is specified. */
  readonly source: string
  readonly check: (instance: Located, report: Report) => void
}

/** An error of a compiled schema validator, in the form that Ajv gives it. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
  /** Set when the error is about the name of a member. */
  readonly propertyName?: string | undefined
}

/** A schema validator, compiled when the package was built. */
export interface SchemaValidator {
  (value: unknown): boolean
  errors?: readonly SchemaError[] | null | undefined
}
