// `npm run bench`: measures what is built and prints ratios. With `--check` it fails where a ratio is under 60 % of its
// goal: machines differ and share their time, but a change that halves the speed is seen.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { skippedExitCode } from '../../../scripts/report.mjs'
import * as validation from './validation.mjs'

const share = 0.6

const root = process.env['TESTAMUR_REFERENCE'] ?? path.join(import.meta.dirname, '../../../../shared')
const reference = path.resolve(root, 'reference')

function print(title, rows) {
  console.log(`\n${title}\n`)
  for (const { name, timesFaster, goal } of rows)
    console.log(`  ${name.padEnd(44)} ${timesFaster.toFixed(1).padStart(6)} ×${goal ? `  (goal ≥ ${goal} ×)` : ''}`)
}

if (!existsSync(reference)) {
  console.log('skipped: no official data; set TESTAMUR_REFERENCE to the folder that holds reference/')
  process.exit(skippedExitCode)
}

const slow = []
const summary = []
for (const { title, run } of [validation]) {
  const rows = run({ reference })
  print(title, rows)
  slow.push(...rows.filter(({ timesFaster, goal }) => goal !== undefined && timesFaster < goal * share))
  summary.push(...rows.filter(({ goal }) => goal !== undefined))
}

if (process.argv.includes('--check')) {
  for (const { name, goal } of slow) console.error(`${name}: under 60 % of the goal of ${goal} ×`)
  if (slow.length > 0) process.exitCode = 1
}
console.log(`\n${summary.map(({ name, timesFaster }) => `${name} ${timesFaster.toFixed(1)} ×`).join('; ')}`)
