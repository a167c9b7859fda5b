import { parseCasePackage, type ReadCasePackage } from '@testamur/adapters/case'
import { type ClrCredential, isClrCredential } from '@testamur/credentials'
import { validate } from '@testamur/credentials/validate'
import type { JsonValue } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { CliError, inFile } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { displayName, notJson, parseRecords, readBytes } from '../files/index.js'
import type { Io } from '../io/index.js'

/** Returns the CASE package in a file. @throws {CliError} what reading throws, `ERR_CASE_NOT_JSON`, `ERR_CASE_NOT_CASE` */
export async function readFramework(file: string, io: Io): Promise<ReadCasePackage> {
  const bytes = await readBytes(file, io)
  return inFile(displayName(file), () => parseCasePackage(bytes))
}

/** What a JSON file holds that is a learner record, or else taken for a framework. */
export type RecordOrFramework = { readonly record: ClrCredential } | { readonly framework: ReadCasePackage }

/** Returns the learner record or the framework in a file. @throws {CliError} as {@link readFramework} */
export async function readRecordOrFramework(file: string, io: Io): Promise<RecordOrFramework> {
  const value = await readValue(file, io)
  if (isClrCredential(value)) return { record: valid(value, file) }
  return { framework: await inFile(displayName(file), () => parseCasePackage(isObject(value) ? value : {})) }
}

/** Returns the learner record in a file. @throws {CliError} what reading throws, `ERR_FILE_CONTENT` */
export async function readRecord(file: string, io: Io): Promise<ClrCredential> {
  const value = await readValue(file, io)
  if (isClrCredential(value)) return valid(value, file)
  throw new CliError('ERR_FILE_CONTENT', 'it holds no learner record of type ClrCredential', {
    file: displayName(file),
    exitCode: exitCodes.document,
    advice: 'Make one with "testamur import"',
  })
}

/** Returns a record that is one by schema and rules: what stands in another cannot be told. */
function valid(record: ClrCredential, file: string): ClrCredential {
  if (validate(record).valid) return record
  throw new CliError('ERR_FILE_CONTENT', 'the learner record in it is not valid', {
    file: displayName(file),
    exitCode: exitCodes.document,
    advice: '"testamur validate" says what is wrong',
  })
}

async function readValue(file: string, io: Io): Promise<JsonValue | undefined> {
  const parsed = parseRecords(await readBytes(file, io))
  if (!parsed.ok) throw notJson(file, parsed.problem, exitCodes.document)
  return parsed.records.items[0]
}
