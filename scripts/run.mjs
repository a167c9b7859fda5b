// Runs commands of the workspace. Built-ins only, like everything that runs before the install.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { readJson, root } from './workspace.mjs'

/** Returns the command of an installed tool. */
export const tool = (name, ...args) => [path.join(root, 'node_modules/.bin', name), ...args]

/** Returns the command of a script in this folder. */
export const script = (name, ...args) => [process.execPath, path.join(root, 'scripts', name), ...args]

/** Returns the command of the pnpm that the workspace pins: by npx, so that npm is all a machine needs. */
export const pnpm = (...args) => ['npx', '-y', readJson(path.join(root, 'package.json')).packageManager, ...args]

/**
 * Runs a command and returns its exit code, its standard output, both streams as they came, and its seconds.
 * One that cannot be started counts as failed, with the reason as its output.
 */
export function run([command, ...args], { cwd = root, env = {}, timeoutMs = 900_000 } = {}) {
  const started = performance.now()
  let stdout = ''
  let output = ''
  return new Promise((resolve) => {
    const done = (code, last = '') =>
      resolve({
        code,
        stdout,
        output: stripVTControlCharacters(output + last),
        seconds: (performance.now() - started) / 1000,
      })
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.timeout(timeoutMs),
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
        if (stream === child.stdout) stdout += text
      })
    }
    child.on('error', (error) => done(1, `${command}: ${error.message}\n`))
    child.on('close', (code, signal) => done(code ?? 1, signal === null ? '' : `\nended by ${signal}\n`))
  })
}
