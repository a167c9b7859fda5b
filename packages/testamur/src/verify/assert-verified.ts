import { TestamurError } from '@testamur/documents'
import type { VerifyErrorCode } from '../errors.js'
import type { VerificationReport, VerifiedReport } from './interface.js'

/** The error of {@link assertVerified}: `ERR_NOT_VERIFIED`, with the whole report. */
export class NotVerifiedError extends TestamurError<VerifyErrorCode> {
  override readonly name: string = 'NotVerifiedError'
  /** What verification found. */
  readonly report: VerificationReport

  constructor(report: VerificationReport) {
    const [first] = report.errors
    super(
      'ERR_NOT_VERIFIED',
      `The credential is ${report.outcome}${first === undefined ? '' : `: ${first.title} at "${first.pointer}"`}`,
    )
    this.report = report
  }
}

/**
 * Returns when the report says `verified`; for those who prefer exceptions to reports.
 *
 * @throws {NotVerifiedError} `ERR_NOT_VERIFIED` when the outcome is `rejected` or `undetermined`
 *
 * @example
 * ```ts
 * import { assertVerified, verify } from 'testamur'
 *
 * const report = await verify('{}')
 * try {
 *   assertVerified(report)
 * } catch (error) {
 *   console.error(error)
 * }
 * ```
 */
export function assertVerified(report: VerificationReport): asserts report is VerifiedReport {
  if (!report.verified) throw new NotVerifiedError(report)
}
