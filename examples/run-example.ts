import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'

const folder = import.meta.dirname
const guard = path.join(folder, '../scripts/vitest/loopback-only.mjs')

/** What a program printed, and how it ended. */
export interface Run {
  readonly code: number | null
  readonly output: string
}

/**
 * Runs an example as a program of its own, on the sources of the packages: in a folder that has a copy of
 * `examples/data` and nothing else, and without any network.
 */
export async function runExample(file: string): Promise<Run> {
  const home = await mkdtemp(path.join(tmpdir(), 'testamur-example-'))
  try {
    const program = path.join(home, 'program/example.mjs')
    await build({
      entryPoints: [path.join(folder, file)],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['@testamur/source'],
      // Packages in CommonJS ask for `require`, which modules do not have.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'silent',
    })
    const desk = path.join(home, 'desk')
    await cp(path.join(folder, 'data'), path.join(desk, 'examples/data'), { recursive: true })
    return await runNode(['--import', guard, program], desk)
  } finally {
    await rm(home, { recursive: true })
  }
}

function runNode(parameters: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
