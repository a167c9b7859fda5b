import { TestamurError } from '@testamur/documents'
import { CliError } from '../errors.js'
import { exitCodeOf, exitCodes } from '../exit-codes.js'
import type { ErrorReport } from './interface.js'
import { printable, printableName } from './printable.js'

/**
 * Returns what is told about an error. Of an error that is a mistake in Testamur only the kind: its message may quote a
 * record.
 */
export function errorReport(error: unknown): ErrorReport {
  if (!TestamurError.isInstance(error)) {
    const kind = error instanceof Error ? error.name : typeof error
    const message = `Testamur has made a mistake (${kind}). Please report it; with TESTAMUR_DEBUG=1 it says where`
    return { exitCode: exitCodes.call, error: { code: 'ERR_INTERNAL', message } }
  }
  const { file, problems, exitCode } =
    error instanceof CliError ? error : { file: undefined, problems: [], exitCode: exitCodeOf(error.code) }
  const { line, column } = (error.cause ?? error) as { line?: number; column?: number }
  return {
    exitCode,
    error: {
      code: error.code,
      message: error.message,
      file,
      line,
      column,
      problems: problems.length > 0 ? problems : undefined,
    },
  }
}

const maxProblems = 10

/** Returns the lines that tell a person about an error; the first one alone says it all. */
export function errorLines({ error: { code, message, problems = [] } }: ErrorReport): string[] {
  const more = problems.length - maxProblems
  return [
    `testamur: ${printable(message)} [${code}]`,
    ...(problems.length > 1 ? problems.slice(0, maxProblems) : []).map(
      ({ pointer, detail }) => `  ${printableName(pointer) || '(whole document)'}: ${printable(detail)}`,
    ),
    ...(more > 0 ? [`  … and ${more} more; --json names them all`] : []),
  ]
}
