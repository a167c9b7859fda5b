// The program as a process: what only a process can show.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registrar } from '../test/registrar.js'

const packageFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
let folder: string

/** One file of the sources as they are, laid out like the package: nothing needs to be built before. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'testamur-bin-'))
  for (const name of ['package.json', 'bin'])
    await cp(path.join(packageFolder, name), path.join(folder, name), { recursive: true })
  await build({
    entryPoints: [path.join(packageFolder, 'src/main.ts')],
    outfile: path.join(folder, 'dist/main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@testamur/source', 'node'],
    banner: {
      js: "import { createRequire as require_ } from 'node:module'\nconst require = require_(import.meta.url)",
    },
  })
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a shell line in which `testamur` is the program. */
function shell(
  line: string,
  cwd: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const script = `testamur() { ${JSON.stringify(process.execPath)} ${JSON.stringify(path.join(folder, 'bin/testamur.js'))} "$@"; }\n${line}`
  const child = spawn('bash', ['--norc', '-o', 'pipefail', '-c', script], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (data) => (stdout += data))
  child.stderr.on('data', (data) => (stderr += data))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

test('the exit code is that of the command', async () => {
  const { cwd } = await registrar()
  expect(await shell('testamur verify signed.json', cwd)).toMatchObject({ code: 0, stderr: '' })
  expect(await shell('testamur verify clr.json', cwd)).toMatchObject({ code: 1, stderr: '' })
  expect(await shell('testamur verify nowhere.json', cwd)).toMatchObject({ code: 2, stdout: '' })
})

test('commands make a pipe', async () => {
  const { cwd, verificationMethod } = await registrar()
  const line = `testamur issue - --keys keys --key '${verificationMethod}' < clr.json | testamur verify -`
  const { code, stdout } = await shell(line, cwd, { TESTAMUR_PASSPHRASE: 'canary-passphrase-of-the-tests' })
  expect(code).toBe(0)
  expect(stdout).toContain('✔ verified  standard input')
})

test('a reader that has seen enough is no error', async () => {
  const { cwd } = await registrar()
  expect(await shell('testamur verify signed.json --json | true', cwd)).toMatchObject({ code: 0, stderr: '' })
})

test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is told', async () => {
  const { cwd } = await registrar()
  const { code, stderr } = await shell('testamur verify signed.json --json > /dev/full', cwd)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^testamur: standard output: the output cannot be written: the disk is full \(ENOSPC\).*\n$/)
})

test('without a terminal no passphrase is asked for', async () => {
  const { cwd } = await registrar()
  const { code, stderr } = await shell('echo guess | testamur keys generate --keys keys', cwd)
  expect(code).toBe(2)
  expect(stderr).toContain('ERR_PASSPHRASE_MISSING')
})
