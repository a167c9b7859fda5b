import type { Io } from '../io/index.js'
import { writeOutput } from './write-output.js'

/** Writes a value as JSON, like `writeOutput`. */
export async function writeJson(file: string | undefined, value: unknown, io: Io, advice?: string): Promise<void> {
  await writeOutput(file, `${JSON.stringify(value, undefined, 2)}\n`, io, advice)
}
