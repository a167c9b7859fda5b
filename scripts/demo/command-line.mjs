// Calls the command line as a program of its own, like a person in a shell.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { root } from '../workspace.mjs'

/** The program, from the folder of the workspace. */
export const program = 'packages/cli/bin/testamur.js'

// Made for this run and shown to nobody: the key of the demo cannot be used after it.
const passphrase = randomBytes(24).toString('base64url')

/** Runs a command; returns its exit code, its standard output, and both streams as they came. */
export function call(argv, { inColour = false } = {}) {
  const colours = inColour ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(process.execPath, [path.join(root, program), ...argv], {
    cwd: root,
    env: { ...process.env, ...colours, TESTAMUR_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, output] = ['', '']
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
      if (stream === child.stdout) stdout += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, output }))
  })
}

/** Returns a command as a person would type it; one too long for a line of the terminal is broken before its options. */
export function commandLine(argv) {
  const line = ['testamur', ...argv].join(' ')
  return line.length < 100 ? line : line.replaceAll(/ (?=-)/g, ' \\\n        ')
}
