// How a check of this folder says what it found.
import { fileURLToPath } from 'node:url'

/** Exit code of a check that could not run for want of what it reads. */
export const skippedExitCode = 77

/**
 * Prints the findings of a check and sets the exit code, when its file is the one that was started.
 * `check` returns `{ errors, warnings?, summary, skipped? }`; the summary is the last line.
 */
export async function reportWhenMain(meta, check) {
  if (process.argv[1] !== fileURLToPath(meta.url)) return
  const { errors, warnings = [], summary, skipped } = await check()
  for (const warning of warnings) console.log(`warning: ${warning}`)
  for (const error of errors) console.error(error)
  console.log(skipped === undefined ? summary : `skipped: ${skipped}`)
  if (errors.length > 0) process.exitCode = 1
  else if (skipped !== undefined) process.exitCode = skippedExitCode
}
