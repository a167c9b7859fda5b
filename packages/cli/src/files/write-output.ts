import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { CliError } from '../errors.js'
import type { FileSystem, Io } from '../io/index.js'
import { codeOf, reasonOf } from './file-system-reason.js'
import { standardStream } from './read-file.js'

/**
 * Makes a folder, unless it is there. What is above it must be.
 *
 * @throws {CliError} `ERR_OUTPUT_FAILED`
 */
export async function makeFolder(folder: string, { cwd, fileSystem }: Io): Promise<void> {
  try {
    await fileSystem.mkdir(path.resolve(cwd, folder))
  } catch (cause) {
    const code = codeOf(cause)
    if (code === 'EEXIST') return
    if (code === undefined) throw cause
    throw new CliError('ERR_OUTPUT_FAILED', `the folder cannot be made: ${reasonOf(code)}`, {
      file: folder,
      advice: 'Nothing was written; choose another place with -o',
      cause,
    })
  }
}

/** True when an output is a file: neither left out nor `-`. */
export function isFile(output: string | undefined): output is string {
  return output !== undefined && output !== standardStream
}

/**
 * Writes a text to a file, or to standard output for `-` and for no file at all. The text may come in pieces. A file is there as a whole or not at
 * all: the text goes to a temporary file in the same folder, which takes the name once it is on the disk. `advice` is
 * what to tell the person when standard output fails.
 *
 * @throws {CliError} `ERR_OUTPUT_FAILED`; what stood in the file before still does.
 */
export async function writeOutput(
  file: string | undefined,
  text: string | Iterable<string>,
  io: Io,
  advice: string = 'The output may be incomplete',
): Promise<void> {
  try {
    if (isFile(file)) await writeFile(file, inChunks(text), io)
    else for (const chunk of inChunks(text)) await io.stdout.write(chunk)
  } catch (cause) {
    const code = codeOf(cause)
    if (code === undefined || cause instanceof CliError) throw cause
    throw new CliError('ERR_OUTPUT_FAILED', `the output cannot be written: ${reasonOf(code)}`, {
      file: isFile(file) ? file : 'standard output',
      advice: isFile(file) ? 'Nothing was written; choose another place with -o' : advice,
      cause,
    })
  }
}

/** Writes lines to standard output. @throws {CliError} as {@link writeOutput} */
export async function writeLines(lines: Iterable<string>, io: Io): Promise<void> {
  await writeOutput(undefined, ended(lines), io)
}

function* ended(lines: Iterable<string>): Generator<string, void, undefined> {
  for (const line of lines) yield `${line}\n`
}

/** Enough for a write to be worth it. */
const chunkLength = 65_536

/** Joins the pieces of a text. */
function* inChunks(text: string | Iterable<string>): Generator<string, void, undefined> {
  let chunk = ''
  for (const piece of typeof text === 'string' ? [text] : text) {
    chunk += piece
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

async function writeFile(name: string, text: Iterable<string>, { cwd, fileSystem }: Io): Promise<void> {
  const file = path.resolve(cwd, name)
  const found = await fileSystem.stat(file).catch(absent)
  if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  if (found === undefined || found.isFile()) {
    if (found !== undefined && (found.mode & 0o200) === 0) throw readOnly(name)
    // A link stays a link, and the file that it names is replaced.
    await replaceFile(found === undefined ? file : await fileSystem.realpath(file), text, found?.mode, fileSystem)
    return
  }
  // A device or a pipe: nothing to replace.
  const handle = await fileSystem.open(file, 'w')
  await writeAll(handle, text).finally(() => handle.close())
}

async function writeAll(handle: FileHandle, text: Iterable<string>): Promise<void> {
  // Each goes on where the one before ended.
  for (const chunk of text) await handle.writeFile(chunk)
}

/** Replacing a file takes no permission to write to it, so what its owner protected would be lost. */
function readOnly(file: string): CliError {
  return new CliError('ERR_OUTPUT_FAILED', 'the output cannot be written: the file is there already and is read-only', {
    file,
    advice: 'Nothing was written; choose another place with -o, or make the file writable',
  })
}

function absent(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

async function replaceFile(
  file: string,
  text: Iterable<string>,
  mode: number | undefined,
  fileSystem: FileSystem,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`)
  try {
    const handle = await fileSystem.open(temporary, 'wx', mode === undefined ? 0o666 : mode & 0o777)
    try {
      await writeAll(handle, text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await fileSystem.rename(temporary, file)
  } catch (error) {
    await fileSystem.rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}
