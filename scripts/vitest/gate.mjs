// Vitest as a gate: every test counts, and what was skipped is named.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run, tool } from '../run.mjs'
import { readJson, root } from '../workspace.mjs'

/** A gate that runs vitest with these arguments. In the manner of CI: no `.only`, no snapshot written on the way. */
export const vitestGate = (name, args = [], { timeoutMs = 900_000, env = {} } = {}) => ({
  name,
  needs: ['install'],
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), 'testamur-vitest-'))
    const report = path.join(folder, 'report.json')
    try {
      const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${report}`]
      const command = tool('vitest', 'run', ...reporters, ...args)
      const { code, output, seconds } = await run(command, { timeoutMs, env: { CI: '1', ...env } })
      return { ...count(report, code), output, seconds }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
})

/** Reads the counts of a report; a run that failed without a failed test (nothing written, a stray error) counts one. */
export function count(report, exitCode) {
  let files
  try {
    files = readJson(report).testResults
  } catch {
    return { passed: 0, failed: 1, skips: [], summary: 'vitest wrote no report' }
  }
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
  const unreadable = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed)).length
  const passed = withStatus('passed').length
  const failed = withStatus('failed').length + unreadable
  const skipped = withStatus('skipped', 'pending', 'todo', 'disabled')
  const stray = exitCode !== 0 && failed === 0 ? 1 : 0
  const summary = `${files.length} files, ${passed} passed, ${failed + stray} failed, ${skipped.length} skipped`
  return { passed, failed: failed + stray, skips: suitesOf(skipped), summary }
}

const isFailed = ({ status }) => status === 'failed'

/** Skipped tests by file and outermost suite. */
function suitesOf(tests) {
  const counts = new Map()
  for (const { file, ancestorTitles, title } of tests) {
    const name = `${path.relative(root, file)} > ${ancestorTitles[0] ?? title}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}
