/** What the exit code of the process says. Losses and warnings never change it. */
export const exitCodes = {
  /** Done, and nothing is wrong with the document. */
  fine: 0,
  /** The document's fault: rejected, invalid, or unreadable as what it claims to be. */
  document: 1,
  /** The call's or the machine's fault: a bad option, a missing file, a wrong passphrase, a full disk. */
  call: 2,
  /** Something could not be checked, so that the document is neither verified nor rejected. */
  undetermined: 3,
} as const

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Codes of other packages' errors that are the document's fault. */
const documentFaults =
  /^ERR_(XML|JSON|PESC|TRANSCRIPT)_|^ERR_CASE_NOT_(JSON|CASE)$|^ERR_(NOT_A_CREDENTIAL|ALREADY_SECURED|INVALID_CREDENTIAL|INNER_UNSIGNED|UNSIGNABLE_DOCUMENT|NOT_JSON_VALUE)$/

/**
 * Returns the exit code for an error of another package, by its code; what is not known to be the document's fault is
 * the call's.
 */
export function exitCodeOf(code: string): ExitCode {
  return documentFaults.test(code) ? exitCodes.document : exitCodes.call
}
