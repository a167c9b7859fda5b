import path from 'node:path'
import { CliError } from '../errors.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import type { Io } from '../io/index.js'
import { codeOf, reasonOf } from './file-system-reason.js'

/** Largest file that is read, in bytes: what one process can hold with all that it makes from it. */
export const maxFileBytes: number = 256 * 1024 * 1024

/** The FILE that means standard input, and the OUT that means standard output. */
export const standardStream = '-'

/** Returns a file argument as messages call it. */
export function displayName(file: string): string {
  return file === standardStream ? 'standard input' : file
}

/**
 * Returns the bytes of a file, or of standard input for `-`. `fault` is whose fault it is when the file is too large.
 *
 * @throws {CliError} `ERR_FILE_NOT_FOUND`, `ERR_FILE_IS_FOLDER`, `ERR_FILE_UNREADABLE`, `ERR_FILE_TOO_LARGE`
 */
export async function readBytes(file: string, io: Io, fault: ExitCode = exitCodes.document): Promise<Uint8Array> {
  try {
    const bytes = file === standardStream ? await readStream(io.stdin) : await readPath(path.resolve(io.cwd, file), io)
    if (bytes === undefined) throw tooLarge(file, fault)
    return bytes
  } catch (error) {
    const code = codeOf(error)
    throw error instanceof CliError || code === undefined ? error : unreadable(file, code, error)
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxFileBytes) return undefined
  }
  return Buffer.concat(chunks)
}

async function readPath(file: string, { fileSystem }: Io): Promise<Uint8Array | undefined> {
  const found = await fileSystem.stat(file)
  // The size of a device or a pipe says nothing of how much can be read from it.
  if (!found.isFile()) return readStream((await fileSystem.open(file)).createReadStream())
  return found.size > maxFileBytes ? undefined : fileSystem.readFile(file)
}

function tooLarge(file: string, exitCode: ExitCode): CliError {
  const size = `${maxFileBytes / 1024 / 1024} MiB`
  return new CliError('ERR_FILE_TOO_LARGE', `the file is larger than ${size}`, {
    file: displayName(file),
    advice: 'Split it into several files',
    exitCode,
  })
}

function unreadable(file: string, code: string, cause: unknown): CliError {
  const about = { file: displayName(file), cause }
  if (code === 'ENOENT') {
    return new CliError('ERR_FILE_NOT_FOUND', 'there is no such file', { ...about, advice: 'Check the path' })
  }
  if (code === 'EISDIR') {
    return new CliError('ERR_FILE_IS_FOLDER', 'it is a folder', { ...about, advice: 'Name a file in it' })
  }
  return new CliError('ERR_FILE_UNREADABLE', `the file cannot be read: ${reasonOf(code)}`, {
    ...about,
    advice: 'Check the path and its permissions',
  })
}
