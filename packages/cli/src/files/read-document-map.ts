import path from 'node:path'
import { CliError } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import type { Io } from '../io/index.js'
import { readBytes } from './read-file.js'
import { readJsonObject } from './read-json.js'

/**
 * Returns the documents that a map names: a JSON object from URL to the path of a file, relative to the map.
 *
 * @throws {CliError} what reading throws, for the map and for each file; `ERR_FILE_CONTENT` when it is no such map
 */
export async function readDocumentMap(map: string, io: Io): Promise<Record<string, Uint8Array>> {
  const expected = 'a JSON object from URL to file path'
  const entries = Object.entries(await readJsonObject(map, io, expected))
  const folder = path.dirname(map)
  const documents: Record<string, Uint8Array> = {}
  for (const [url, file] of entries) {
    if (typeof file !== 'string') {
      throw new CliError(
        'ERR_FILE_CONTENT',
        `${expected} was expected; the value of ${JSON.stringify(url)} is no path`,
        {
          file: map,
        },
      )
    }
    // Joined as text: the file `-` of the map’s own folder is no standard input.
    documents[url] = await readBytes(path.isAbsolute(file) ? file : `${folder}/${file}`, io, exitCodes.call)
  }
  return documents
}
