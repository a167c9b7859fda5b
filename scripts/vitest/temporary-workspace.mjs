// A workspace made for one test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes files (objects as JSON) into a temporary folder that goes when the test ends, and returns the folder. */
export function temporaryWorkspace(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-workspace-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [file, content] of Object.entries({ '.gitignore': 'node_modules/\n', ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}
