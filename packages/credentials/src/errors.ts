import { TestamurError } from '@testamur/documents'

/** Codes of the errors that `@testamur/credentials` throws. */
export type CredentialsErrorCode = 'ERR_INVALID_CREDENTIAL' | 'ERR_INVALID_OPTION'

/** An error of this package: the caller's mistake. `code` is one of {@link CredentialsErrorCode}. */
export class CredentialsError<Code extends CredentialsErrorCode = CredentialsErrorCode> extends TestamurError<Code> {}
