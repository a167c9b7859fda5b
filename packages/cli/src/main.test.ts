// The program as a process: what only a process can show.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passphrase, temporaryFolder } from '../test/call.js'
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

test('help is told of every command, in each way to ask for it', async () => {
  const { cwd } = await registrar()
  for (const line of ['testamur verify --help', 'testamur help verify', 'testamur keys help list', 'testamur --help']) {
    expect(await shell(line, cwd)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Usage: /) })
  }
})

test('commands make a pipe', async () => {
  const { cwd, verificationMethod } = await registrar()
  const line = `testamur issue - --keys keys --key '${verificationMethod}' < clr.json | testamur verify -`
  const { code, stdout } = await shell(line, cwd, { TESTAMUR_PASSPHRASE: passphrase })
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
  expect(stderr).toContain('The output may be incomplete')
  expect(stderr).not.toContain('Nothing was written')
})

test.skipIf(!existsSync('/dev/full'))('a key that was made is not lost when its name cannot be printed', async () => {
  const { cwd } = await registrar()
  const env = { TESTAMUR_PASSPHRASE: passphrase }
  for (const options of ['', '--json']) {
    const { code, stderr } = await shell(`testamur keys generate --keys new ${options} > /dev/full`, cwd, env)
    expect(code).toBe(2)
    expect(stderr).toContain('The key was made; "testamur keys list --keys new" names it')
  }
  expect((await shell('testamur keys list --keys new', cwd)).stdout.match(/did:key/g)).toHaveLength(2)
})

test.skipIf(!existsSync('/dev/zero'))('what has no size is read to the limit, not without end', async () => {
  const { cwd } = await registrar()
  const { code, stderr } = await shell('testamur validate /dev/zero', cwd)
  expect(code).toBe(1)
  expect(stderr).toContain('/dev/zero: the file is larger than 256 MiB')
})

test.skipIf(process.platform === 'win32')('a named pipe is read', async () => {
  const { cwd } = await registrar()
  const line = 'mkfifo pipe && { cat signed.json > pipe & testamur verify pipe; }'
  expect(await shell(line, cwd)).toMatchObject({ code: 0, stdout: expect.stringContaining('✔ verified  pipe') })
})

test('the commands of the README do what it says, one after the other', async () => {
  const cwd = await temporaryFolder()
  const transcript = 'examples/data/transcript.xml'
  await cp(path.join(packageFolder, '../..', transcript), path.join(cwd, transcript))
  const readme = await readFile(path.join(packageFolder, 'README.md'), 'utf8')
  const [, commands = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const { code, stdout } = await shell(`set -e\n${commands}`, cwd)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^✔ verified {2}clr\.json$/m)
})

test('without a terminal no passphrase is asked for', async () => {
  const { cwd } = await registrar()
  const { code, stderr } = await shell('echo guess | testamur keys generate --keys keys', cwd)
  expect(code).toBe(2)
  expect(stderr).toContain('ERR_PASSPHRASE_MISSING')
})
