import type { Io } from '../io/index.js'
import { jsonPieces } from './json-pieces.js'
import { writeOutput } from './write-output.js'

/** What JSON may hold as it is, but a terminal would act on. */
const actedOn = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Writes a value as JSON, like `writeOutput`; what would turn or move the text of a terminal is escaped. */
export async function writeJson(file: string | undefined, value: unknown, io: Io, advice?: string): Promise<void> {
  await writeOutput(file, printedJson(value), io, advice)
}

function* printedJson(value: unknown): Generator<string, void, undefined> {
  for (const piece of jsonPieces(value)) yield piece.replaceAll(actedOn, escaped)
  yield '\n'
}
