import type { JsonObject, Problem, VerifiableCredential } from '@testamur/documents'

/** The checks of a report; closed. None is left out because an earlier one failed. */
export type CheckId =
  | 'parse'
  | 'context'
  | 'schema'
  | 'rules'
  | 'proof'
  | 'claims'
  | 'issuer'
  | 'subject'
  | 'status'
  | 'status-issuer'
  | 'validity'
  | 'refresh'
  | 'recipient'

/** What one check came to. */
export interface Check {
  readonly id: CheckId
  readonly outcome: 'passed' | 'failed' | 'undetermined' | 'not-applicable'
  /** The first reason when the check did not pass. */
  readonly problem?: Problem | undefined
}

/** What a document is worth: `undetermined` means that something could not be checked. */
export type VerificationOutcome = 'verified' | 'rejected' | 'undetermined'

/** A credential, or a presentation, which has no issuer, as its proof covers it: every member is JSON. */
export type CoveredDocument = VerifiableCredential & JsonObject

/** What {@link verify} returns; the shape has a versioned JSON Schema in the package. */
export interface VerificationReport {
  readonly outcome: VerificationOutcome
  /** `outcome === 'verified'`. */
  readonly verified: boolean
  /**
   * Media type of what was verified: `application/vc` or `application/vc+jwt` for a credential, `application/vp` or
   * `application/vp+jwt` for a presentation, `image/png` or `image/svg+xml` for a baked one.
   */
  readonly mediaType: string
  /** What the proof covers, without the proof; `undefined` unless a proof of the document is good. */
  readonly credential: CoveredDocument | undefined
  /** Every check, in the order of {@link CheckId}. */
  readonly checks: readonly Check[]
  /** Every credential and endorsement inside, each verified on its own bytes, with its place in the document. */
  readonly credentials: readonly InnerVerificationReport[]
  /** What rejects this document or leaves it undetermined, the inner ones' included. */
  readonly errors: readonly Problem[]
  /** What a reader should know and what changes nothing. */
  readonly warnings: readonly Problem[]
}

/** The report of a document that is verified. */
export type VerifiedReport = VerificationReport & {
  readonly outcome: 'verified'
  readonly verified: true
  readonly credential: CoveredDocument
}

/** The report of a credential inside another one. */
export interface InnerVerificationReport extends VerificationReport {
  /** JSON Pointer of the inner credential in the whole document. */
  readonly pointer: string
}
