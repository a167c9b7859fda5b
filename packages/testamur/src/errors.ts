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

/** Code of the error that {@link assertVerified} throws. */
export type VerifyErrorCode = 'ERR_NOT_VERIFIED'
