/** Codes of the errors that issuing throws; see also the unions of the other packages. */
export type IssueErrorCode =
  | 'ERR_ALREADY_SECURED'
  | 'ERR_INNER_UNSIGNED'
  | 'ERR_INVALID_CREDENTIAL'
  | 'ERR_INVALID_OPTION'
  | 'ERR_ISSUER_MISMATCH'
  | 'ERR_NOT_A_CREDENTIAL'
  | 'ERR_NOT_JSON_VALUE'
  | 'ERR_UNSIGNABLE_DOCUMENT'

/** Codes of the errors that {@link verify} throws for its options, and {@link assertVerified} for a report. */
export type VerifyErrorCode = 'ERR_INVALID_OPTION' | 'ERR_NOT_VERIFIED'
