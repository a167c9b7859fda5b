import { type JsonObject, type JsonValue, type Problem, parseJson } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
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
  if (isObject(value)) return value
  throw new CliError('ERR_FILE_CONTENT', `${expected} was expected`, { file: displayName(file) })
}

/** Faults whose detail says again what their title says. */
const toldByDetail: ReadonlySet<string> = new Set(['json-duplicate-key', 'json-forbidden-key'])

/** Returns in a sentence why a text is no JSON, with line and column. */
export function jsonFault({ code, title, detail }: Problem): string {
  return toldByDetail.has(code) ? detail : `${title}: ${detail}`
}

/** The error for a file that is not JSON, with the reason, line and column. */
export function notJson(file: string, problem: Problem, exitCode: ExitCode): CliError {
  return new CliError('ERR_FILE_NOT_JSON', jsonFault(problem).replace(/\.$/, ''), {
    file: displayName(file),
    exitCode,
    problems: [problem],
  })
}
