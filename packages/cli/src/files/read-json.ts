import { type JsonObject, type JsonValue, type Problem, parseJson } from '@testamur/documents'
import { CliError } from '../errors.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Io } from '../io/index.js'
import { displayName, readBytes } from './read-file.js'

/**
 * Returns what stands in a JSON file that a command needs besides its document; whatever is wrong with it is the call's
 * fault.
 *
 * @throws {CliError} what reading throws, `ERR_FILE_NOT_JSON`
 */
export async function readJson(file: string, io: Io): Promise<JsonValue> {
  const parsed = parseJson(await readBytes(file, io, exitCodes.call))
  if (!parsed.ok) throw notJson(file, parsed.problem, exitCodes.call)
  return parsed.value
}

/**
 * Returns the object in such a file. `expected` completes "… was expected".
 *
 * @throws {CliError} what {@link readJson} throws, `ERR_FILE_CONTENT`
 */
export async function readJsonObject(file: string, io: Io, expected: string): Promise<JsonObject> {
  const value = await readJson(file, io)
  if (isJsonObject(value)) return value
  throw new CliError('ERR_FILE_CONTENT', `${expected} was expected`, { file: displayName(file) })
}

/** The error for a file that is not JSON, with the reason, line and column. */
export function notJson(file: string, problem: Problem, exitCode: ExitCode): CliError {
  const reason = problem.detail.replace(/\.$/, '')
  return new CliError('ERR_FILE_NOT_JSON', `${problem.title}: ${reason}`, {
    file: displayName(file),
    exitCode,
    problems: [problem],
  })
}

/** True for a JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
