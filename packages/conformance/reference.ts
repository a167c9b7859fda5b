import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'vitest'

// Official data is never copied into the repository. It is read from TESTAMUR_REFERENCE, or from `shared` beside the
// repository.
const root = path.resolve(process.env['TESTAMUR_REFERENCE'] ?? path.join(import.meta.dirname, '../../../shared'))

/** True when the official data (the folders `reference` and `vectors`) is on this machine. */
export const hasReference: boolean = ['reference', 'vectors'].every((folder) => existsSync(path.join(root, folder)))

/** Returns the path of official data, for instance `referencePath('vectors', 'jcs-rfc8785')`. */
export function referencePath(...parts: string[]): string {
  return path.join(root, ...parts)
}

/** Returns the bytes of an official file. */
export function readReferenceBytes(...parts: string[]): Uint8Array {
  return readFileSync(referencePath(...parts))
}

/** Returns the text of an official file, decoded from UTF-8. */
export function readReferenceText(...parts: string[]): string {
  return readFileSync(referencePath(...parts), 'utf8')
}

/** Returns the parsed content of an official JSON file, in the shape the caller expects of it. */
export function readReferenceJson<T = unknown>(...parts: string[]): T {
  return JSON.parse(readReferenceText(...parts)) as T
}

/** A suite that needs the official data; see {@link describeUnlessMissing}. */
export function describeWithReference(name: string, suite: () => void): void {
  const reason = `no official data in ${root}; set TESTAMUR_REFERENCE to the folder that holds reference/ and vectors/`
  describeUnlessMissing(hasReference ? undefined : reason, name, suite)
}

/** A suite that needs the official data and a program of the system. */
export function describeWithReferenceAnd(program: string, name: string, suite: () => void): void {
  const isThere = spawnSync(program, ['--version']).error === undefined
  if (isThere) describeWithReference(name, suite)
  else describeUnlessMissing(`there is no ${program} on this machine`, name, suite)
}

/**
 * A suite that needs something that may be missing. Without it the suite is skipped under its own name, and a line says
 * so; where skips are not accepted (`TESTAMUR_NO_SKIPS`), it fails. `suite` only runs, and so only reads, when nothing
 * is missing.
 */
export function describeUnlessMissing(missing: string | undefined, name: string, suite: () => void): void {
  if (missing === undefined) {
    describe(name, suite)
    return
  }
  if (process.env['TESTAMUR_NO_SKIPS']) {
    it(name, () => {
      throw new Error(missing)
    })
    return
  }
  console.warn(`skipped: ${name}: ${missing}`)
  it.skip(name, () => {})
}
