import type { ContextSource } from '@testamur/documents/contexts'
import type { JsonObject, JsonValue } from '@testamur/documents/json'
import type { ClassName } from '../model/index.js'

/** How bad a finding is: errors make a document invalid, warnings do not. */
export type FindingLevel = 'error' | 'warning'

/** What a finding is about; stable across releases. */
export type FindingCode =
  | 'not-an-object'
  | 'too-deep'
  | 'type-unknown'
  | 'type-misses-subject'
  | 'version-mixed'
  | 'member-missing'
  | 'member-unknown'
  | 'value-kind'
  | 'value-not-allowed'
  | 'value-format'
  | 'type-missing'
  | 'too-few-values'
  | 'set-not-array'
  | 'language-map'
  | 'context-position'
  | 'context-order'
  | 'context-outdated'
  | 'context-conflict'
  | 'context-invalid'
  | 'context-unknown'
  | 'context-extensions'
  | 'term-undefined'
  | 'type-undefined'
  | 'terms-not-checked'
  | 'keyword-as-name'
  | 'identifier-not-uri'
  | 'identifier-relative'
  | 'identifier-repeated'
  | 'issuer-unidentified'
  | 'subject-unidentified'
  | 'subject-empty'
  | 'date-of-other-version'
  | 'dates-reversed'
  | 'date-form'
  | 'criteria-empty'
  | 'result-description-unknown'
  | 'achieved-level-unknown'
  | 'achieved-level-elsewhere'
  | 'required-level-unknown'
  | 'result-status-missing'
  | 'result-value-outside'
  | 'association-end-unknown'
  | 'association-cycle'
  | 'identity-hash-form'
  | 'identity-hash-weak'
  | 'extension-term-form'
  | 'image-format'
  | 'country-code'
  | 'status-incomplete'
  | 'service-not-https'
  | 'proof-purpose'
  | 'proof-method'
  | 'endorsement-jwt'
  | 'claimed-schema-unmet'

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
  /** What to write instead, where there is an answer. */
  readonly hint?: string | undefined
  /** Where that is specified. */
  readonly source: string
}

/** What {@link validate} returns. */
export interface ValidationResult {
  /** True when no finding is an error. What could not be checked is a warning: look at `findings` as well. */
  readonly valid: boolean
  readonly findings: readonly Finding[]
}

/** Options of {@link validate}. */
export interface ValidateOptions {
  /**
   * URL → content, as bytes of JSON or as an object: contexts that are not bundled. Default: none; where a document
   * names others, a warning says that its names could not be checked.
   */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** The rules to apply. Default: {@link rules}; a list of those and your own adds to them. */
  readonly rules?: readonly Rule[] | undefined
  /**
   * JSON Pointers of values that are not looked into: no finding at one of them or inside is returned. For who validates
   * the credentials inside a record one by one. Rules about the record as a whole still read them, such as the one that
   * both ends of an association are achievements of the record. Default: none.
   */
  readonly except?: ReadonlySet<string> | undefined
  /**
   * How many levels of arrays and objects may be nested; deeper ones are an error, `too-deep`. Default: 128. `Infinity`: the
   * depth is not measured, for who has the document from `parseJson` or `copyJson`, which go no deeper.
   */
  readonly maxDepth?: number | undefined
}

/** An object of a document, and where it is. */
export interface Located {
  readonly value: JsonObject
  readonly pointer: string
}

/** The version of the Verifiable Credentials Data Model that a document claims by its first context. */
export type VcdmVersion = '1.1' | '2.0'

/** Classes whose instances rules look at: those of the data model, and presentations. */
export type InstanceClass = ClassName | 'VerifiablePresentation'

/** An instance of a class, where it is, and the version that the document around it follows. */
export interface Instance extends Located {
  /** Of a credential of VCDM 1.1 too, the class without the ending `v1p1`. */
  readonly className: InstanceClass
  readonly version: VcdmVersion
  /** True of an endorsement inside what it endorses. */
  readonly isEmbedded: boolean
}

/** What a rule says beside the message: a level other than error, and what to write instead. */
export interface ReportDetails {
  readonly level?: FindingLevel | undefined
  readonly hint?: string | undefined
}

/** Takes what a rule found. */
export type Report = (code: FindingCode, pointer: string, message: string, details?: ReportDetails) => void

/** What rules may ask beyond the instance. */
export interface Surroundings {
  /** The contexts that the document may name. */
  readonly contexts: ContextSource
  /** Places not to look into, see {@link ValidateOptions}: a rule may save its time, as findings there are left out. */
  readonly except?: ReadonlySet<string> | undefined
}

/** A rule that no schema expresses. Reads any JSON, however malformed, without throwing. */
export interface Rule {
  readonly id: string
  /** Classes whose instances it looks at. */
  readonly classes: readonly InstanceClass[]
  /** Where it is specified. */
  readonly source: string
  readonly check: (instance: Instance, report: Report, surroundings: Surroundings) => void
  /**
   * The members of a class that it looks at, for speed: where this is there, `check` is only called for an instance that
   * has one of them, with a value that is not fine by {@link Rule.isFine}. Default, and for classes of which it returns
   * `undefined`: it is called for every instance.
   */
  readonly members?: ((className: InstanceClass) => ReadonlySet<string> | undefined) | undefined
  /**
   * True for a value of one of its members about which `check` would say nothing, whatever the other members of the
   * instance are. Default: none is. Who takes a rule and gives it another `check` must see to both.
   */
  readonly isFine?: ((value: JsonValue | undefined, member: string, instance: Instance) => boolean) | undefined
}

/** A rule that looks at an object alone, whatever stands around it. */
export interface ObjectRule extends Rule {
  readonly check: (object: Located & Partial<Instance>, report: Report) => void
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
