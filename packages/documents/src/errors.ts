/** The brand that lets two copies of the package recognise each other's errors. */
const brand = Symbol.for('testamur.error')

/** Codes of the errors that reading a document can throw; every package adds a closed union of its own. */
export type DocumentsErrorCode = 'ERR_INVALID_OPTION' | 'ERR_NOT_JSON_VALUE' | 'ERR_CONTEXT_UNKNOWN'

/** What a {@link TestamurError} is made from. */
export interface TestamurErrorOptions {
  /** What the caller can do about it, one sentence. */
  readonly advice?: string | undefined
  /** The error underneath, if any. */
  readonly cause?: unknown
}

/**
 * The base of every error that Testamur throws. Thrown errors are the caller's mistakes or an unusable machine;
 * what is wrong with a *document* is returned as a {@link Problem} instead.
 *
 * The message never holds key material, tokens or a learner's data.
 *
 * @example
 * ```ts
 * import { TestamurError } from '@testamur/documents'
 *
 * const error: unknown = new TestamurError('ERR_INVALID_OPTION', 'maxBytes must be positive')
 * if (TestamurError.isInstance(error)) console.log(error.code)
 * ```
 */
export class TestamurError<Code extends string = string> extends Error {
  override readonly name: string = 'TestamurError'
  /** Machine-readable cause; stable across releases. */
  readonly code: Code
  /** Where the code is explained: a page of the documentation and an anchor. */
  readonly docs: string

  constructor(code: Code, message: string, options: TestamurErrorOptions = {}) {
    super(
      options.advice === undefined ? message : `${message}. ${options.advice}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = code
    this.docs = `docs/guides/errors.md#${code.toLowerCase()}`
    Object.defineProperty(this, brand, { value: true })
  }

  /** True for every error of Testamur, also one that another copy of the package made. */
  static isInstance(value: unknown): value is TestamurError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
