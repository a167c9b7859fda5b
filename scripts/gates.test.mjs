import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { run } from './run.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const gates = new URL('gates.mjs', import.meta.url).href

/** Runs gates in a process of its own: each is a name and what its command does. */
async function runGates(stages, env = {}) {
  const module = path.join(temporaryWorkspace({}), 'run.mjs')
  const list = JSON.stringify(stages)
  writeFileSync(
    module,
    `import { gate, runGates } from ${JSON.stringify(gates)}
     const gates = ${list}.map((stage) => stage.map(([name, code, ...needs]) => gate(name, [process.execPath, '-e', code], { needs })))
     await runGates(gates)`,
  )
  return run([process.execPath, module], { env: { TESTAMUR_NO_SKIPS: '', ...env } })
}
const lastLine = ({ stdout }) => stdout.trimEnd().split('\n').at(-1)

test('gates that pass: their summaries and the count', async () => {
  const result = await runGates([
    [
      ['a', 'console.log("noise");console.log("12 files")'],
      ['b', ''],
    ],
  ])
  expect(result.code).toBe(0)
  expect(result.stdout).toMatch(/^passed\s+a\s+[\d.]+ s\s+12 files$/m)
  expect(result.stdout).not.toContain('noise')
  expect(lastLine(result)).toBe('tests: 2 passed, 0 failed, 0 skipped')
})

test('a gate that fails: its whole output, and what needs it is not run', async () => {
  const result = await runGates([
    [['build', 'console.log("why");console.error("and where");process.exit(3)']],
    [
      ['size', 'console.log("size ran")', 'build'],
      ['other', ''],
    ],
  ])
  expect(result.code).toBe(1)
  expect(result.stdout).toMatch(/FAILED\s+build/)
  expect(result.stdout).toContain('| why')
  expect(result.stdout).toContain('| and where')
  expect(result.stdout).toContain('not run: build failed')
  expect(result.stdout).not.toContain('size ran')
  expect(lastLine(result)).toBe('tests: 1 passed, 2 failed, 0 skipped')
})

test('a skip is named, and fails where nothing may be skipped', async () => {
  const stages = [[['a', 'console.log("skipped: no data");process.exit(77)']]]
  const allowed = await runGates(stages)
  expect(allowed.code).toBe(0)
  expect(allowed.stdout).toContain('a: skipped: no data (1)')
  expect(lastLine(allowed)).toBe('tests: 0 passed, 0 failed, 1 skipped')
  const forbidden = await runGates(stages, { TESTAMUR_NO_SKIPS: '1' })
  expect(forbidden.code).toBe(1)
  expect(lastLine(forbidden)).toBe('tests: 0 passed, 1 failed, 0 skipped')
})

test('a command that is not there fails, and one that takes too long', async () => {
  const module = JSON.stringify(new URL('run.mjs', import.meta.url).href)
  const code = `import { run } from ${module}
    console.log(JSON.stringify([
      await run(['testamur-no-such-command']),
      await run([process.execPath, '-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 50 }),
    ]))`
  const { stdout } = await run([process.execPath, '--input-type=module', '-e', code], { timeoutMs: 20_000 })
  const [missing, slow] = JSON.parse(stdout)
  expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('testamur-no-such-command') })
  expect(slow).toMatchObject({ code: 1, output: expect.stringContaining('aborted') })
})
