// What a gate is, and how a run of gates is told and counted. Built-ins only: the first gate installs the rest.

import { skippedExitCode } from './report.mjs'
import { run } from './run.mjs'

const skipsFail = process.env.TESTAMUR_NO_SKIPS === '1'

/**
 * A gate that is a command: it counts one, and the last line it prints is its summary.
 * `needs` names the gates without which it makes no sense.
 */
export const gate = (name, command, { needs = [] } = {}) => ({
  name,
  needs: ['install', ...needs],
  async run() {
    const { code, output, seconds } = await run(command)
    const summary = output.trim().split('\n').at(-1).trim()
    if (code === skippedExitCode)
      return { passed: 0, failed: 0, skips: [{ name: summary, count: 1 }], summary, seconds }
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skips: [], summary, output, seconds }
  },
})

/**
 * Runs stages of gates, one stage after the other and the gates of a stage two at a time. Prints each gate with its
 * seconds, the whole output of one that failed, every skip by name, and at last the count; sets the exit code.
 */
export async function runGates(stages) {
  const total = { passed: 0, failed: 0, skips: [] }
  const failedGates = new Set()
  const runOne = async (gate) => {
    const missing = gate.needs.find((name) => failedGates.has(name))
    const outcome =
      missing === undefined
        ? await gate.run()
        : { passed: 0, failed: 1, skips: [], summary: '', output: `not run: ${missing} failed\n`, seconds: 0 }
    if (outcome.failed > 0) failedGates.add(gate.name)
    total.passed += outcome.passed
    total.failed += outcome.failed
    total.skips.push(...outcome.skips.map((skip) => ({ ...skip, gate: gate.name })))
    print(gate.name, outcome)
  }
  for (const stage of stages) {
    const waiting = [...stage]
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runOne(next)
    }
    await Promise.all([worker(), worker()])
  }
  finish(total)
}

function print(name, { failed, skips, passed, summary, output, seconds }) {
  const verdict = failed > 0 ? 'FAILED' : passed === 0 && skips.length > 0 ? 'SKIPPED' : 'passed'
  const line = `${verdict.padEnd(8)} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s`
  if (failed === 0) console.log(`${line}  ${summary.slice(0, 120)}`.trimEnd())
  else console.log(`${line}\n${output.trimEnd().replaceAll(/^/gm, '  | ')}\n`)
}

function finish({ passed, failed, skips }) {
  const skipped = skips.reduce((sum, { count }) => sum + count, 0)
  if (skipped > 0) console.log(`\nSKIPPED${skipsFail ? ', which counts as failed here' : ''}:`)
  for (const { gate, name, count } of skips) console.log(`  ${gate}: ${name} (${count})`)
  const failures = failed + (skipsFail ? skipped : 0)
  if (failures > 0) process.exitCode = 1
  console.log(`\ntests: ${passed} passed, ${failures} failed, ${skipsFail ? 0 : skipped} skipped`)
}
