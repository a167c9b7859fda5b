import { type Problem, TestamurError } from '@testamur/documents'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.js'

/** Codes of the errors that the command line finds itself; those of the packages underneath are passed on. */
type CliErrorCode =
  /** A command, argument or option that does not exist, is missing or has a value that cannot be used. */
  | 'ERR_USAGE'
  | 'ERR_FILE_NOT_FOUND'
  | 'ERR_FILE_IS_FOLDER'
  | 'ERR_FILE_UNREADABLE'
  | 'ERR_FILE_TOO_LARGE'
  | 'ERR_FILE_NOT_JSON'
  /** The file is JSON, but not what was expected there. */
  | 'ERR_FILE_CONTENT'
  | 'ERR_OUTPUT_FAILED'
  | 'ERR_PASSPHRASE_MISSING'
  | 'ERR_KEY_NOT_FOUND'
  | 'ERR_INVALID_KEY'
  | 'ERR_WRONG_PASSPHRASE'
  /** A mistake in Testamur. */
  | 'ERR_INTERNAL'

/** What a {@link CliError} says besides its message. */
interface CliErrorOptions {
  /** What the person can do about it, one sentence. */
  readonly advice?: string | undefined
  /** The error underneath. */
  readonly cause?: unknown
  /** Whose fault it is. Default: the call's. */
  readonly exitCode?: ExitCode | undefined
  /** The file it is about, as the person named it; the message starts with it. */
  readonly file?: string | undefined
  /** What is wrong in the document, and where. */
  readonly problems?: readonly Problem[] | undefined
}

/** An error as the person at the shell gets to see it: with the file, the reason, what to do, and the exit code. */
export class CliError extends TestamurError {
  override readonly name: string = 'CliError'
  /** What the process ends with. */
  readonly exitCode: ExitCode
  /** The file it is about, as the person named it. */
  readonly file: string | undefined
  /** What is wrong in the document, and where; empty unless the document is at fault. */
  readonly problems: readonly Problem[]

  constructor(code: CliErrorCode, message: string, options?: CliErrorOptions)
  /** An error of another package keeps its code. */
  constructor(code: string, message: string, options: CliErrorOptions & { readonly cause: TestamurError })
  constructor(code: string, message: string, options: CliErrorOptions = {}) {
    const { file, advice, cause } = options
    super(code, file === undefined ? message : `${file}: ${message}`, { advice, cause })
    this.exitCode = options.exitCode ?? exitCodes.call
    this.file = file
    this.problems = options.problems ?? []
  }
}

/** Runs an action that reads what a file holds; errors of other packages come out with the name of the file. */
export async function inFile<T>(file: string, action: () => Promise<T> | T): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw TestamurError.isInstance(error) && !(error instanceof CliError) ? aboutFile(file, error) : error
  }
}

function aboutFile(file: string, error: TestamurError): CliError {
  const problems = 'problems' in error ? (error.problems as readonly Problem[]) : undefined
  return new CliError(error.code, error.message, { file, cause: error, exitCode: exitCodeOf(error.code), problems })
}
