import type { Problem } from '@testamur/documents'
import { TestamurError } from '@testamur/documents'
import { excerpt } from '@testamur/documents/json'

/** Codes of the errors that `@testamur/proofs` throws. */
export type ProofsErrorCode =
  | 'ERR_INVALID_OPTION'
  | 'ERR_INVALID_KEY'
  | 'ERR_ALGORITHM_UNSUPPORTED'
  | 'ERR_ALGORITHM_MISMATCH'
  | 'ERR_CRYPTOSUITE_UNSUPPORTED'
  | 'ERR_CRYPTOSUITE_NOT_INSTALLED'
  | 'ERR_MESSAGE_TOO_LONG'
  | 'ERR_SIGNATURE_MALFORMED'
  | 'ERR_UNSIGNABLE_DOCUMENT'
  | 'ERR_ENGINES_DIFFER'
  | 'ERR_UNDERIVABLE_CREDENTIAL'
  | 'ERR_KEY_NOT_FOUND'
  | 'ERR_KEY_EXISTS'
  | 'ERR_WRONG_PASSPHRASE'
  | 'ERR_KEY_STORE_CORRUPT'
  | 'ERR_KEY_STORE_UNSAFE'
  | 'ERR_KEY_STORE_READ'
  | 'ERR_KEY_STORE_LOCKED'
  | 'ERR_KEY_STORE_WRITE'
  | 'ERR_KEY_RETIRED'
  | 'ERR_KEY_REVOKED'
  | 'ERR_KEY_SERVICE_UNAVAILABLE'
  | 'ERR_KEY_SERVICE_DENIED'
  | 'ERR_KEY_SERVICE_RESPONSE'
  | 'ERR_KEY_SERVICE_NOT_INSTALLED'

/** An error of this package; `code` is one of {@link ProofsErrorCode}. */
export class ProofsError<Code extends ProofsErrorCode = ProofsErrorCode> extends TestamurError<Code> {}

/**
 * Thrown instead of signing a document that says something its proof would not cover: an undefined term, a number that
 * canonicalises to another one, an unknown context. `problems` names each place.
 */
export class UnsignableDocumentError extends ProofsError<'ERR_UNSIGNABLE_DOCUMENT'> {
  /** What is wrong, each with a JSON Pointer into the document; what is wrong in the proof itself is under `/proof`. */
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const [first] = problems
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(
      'ERR_UNSIGNABLE_DOCUMENT',
      `A proof would not cover the whole document${first === undefined ? '' : `: ${excerpt(first.pointer, 200) || 'at the top'}: ${first.detail.replace(/\.$/, '')}`}${others}`,
      { advice: 'Correct what `problems` names, or supply the missing context' },
    )
    this.problems = problems
  }
}
