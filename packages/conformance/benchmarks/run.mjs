// `npm run bench`: measures what is built and prints ratios with their ranges. `--write` puts them into the guide. With
// `--check` only what has a goal is measured, and it fails where a ratio is under 60 % of its goal: machines differ and
// share their time, but a change that halves the speed is seen. `--only=clr-40` measures rows whose ids begin so,
// `--wall-clock` by the clock instead of processor time.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { skippedExitCode } from '../../../scripts/report.mjs'
import * as digitalbazaar from './against-digitalbazaar.mjs'
import * as digitalcredentials from './against-digitalcredentials.mjs'
import * as jose from './against-jose.mjs'
import * as limit from './against-the-limit.mjs'
import * as fullChecks from './full-checks.mjs'
import { goals, isFarOff } from './goals.mjs'
import * as growth from './growth.mjs'
import { writeGuide } from './guide.mjs'
import * as memory from './memory.mjs'
import * as reading from './reading.mjs'
import { setUp } from './set-up.mjs'
import * as startUp from './start-up.mjs'
import { lineOf, shortLineOf } from './table.mjs'
import * as validation from './validation.mjs'

const sections = [
  digitalbazaar,
  digitalcredentials,
  jose,
  limit,
  fullChecks,
  growth,
  startUp,
  memory,
  validation,
  reading,
]

const isCheck = process.argv.includes('--check')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? ''
const root = process.env['TESTAMUR_REFERENCE'] ?? path.join(import.meta.dirname, '../../../../shared')
const reference = path.resolve(root, 'reference')
const isWanted = ({ id }) => id.startsWith(only) && !(isCheck && (goals[id] === undefined || goals[id].isReportedOnly))

/** How often a row is measured that is far off. */
const attempts = 3

const folder = mkdtempSync(path.join(tmpdir(), 'testamur-bench-'))
const sectionsMeasured = []
const skipped = []
try {
  const prepared = { ...(await setUp()), reference, folder }
  for (const section of sections) {
    if (section.needsReference && !existsSync(reference)) skipped.push(section.title)
    else sectionsMeasured.push({ ...section, rows: await measure(section, prepared) })
  }
} finally {
  rmSync(folder, { recursive: true })
}

async function measure({ title, unit, rows }, prepared) {
  const found = []
  for (const row of (await rows(prepared)).filter(isWanted)) {
    if (found.length === 0) console.log(`\n${title}\n`)
    const { id, name } = row
    const figure = { id, name, unit, goal: goals[id], ...(await measureRow(row)) }
    console.log(lineOf(figure))
    found.push(figure)
  }
  return found
}

/** Under `--check`, what is far off is measured again: what else the machine does passes, what is slow stays slow. */
async function measureRow(row) {
  let figure
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    figure = await row.run()
    if (!isCheck || !isFarOff(goals[row.id] ?? {}, figure.median)) break
  }
  return figure
}

if (process.argv.includes('--write')) writeGuide(sectionsMeasured)

const withGoal = sectionsMeasured.flatMap(({ rows }) => rows).filter(({ goal }) => goal !== undefined)
const farOff = withGoal.filter(({ goal, median }) => isFarOff(goal, median))
if (isCheck) {
  for (const figure of farOff) console.error(`far from its goal: ${shortLineOf(figure)}`)
  if (farOff.length > 0) process.exitCode = 1
}
if (skipped.length === 0) console.log(`\n${withGoal.map(shortLineOf).join('; ')}`)
else {
  console.log(`\nskipped: no official data for "${skipped.join('", "')}"; set TESTAMUR_REFERENCE to its folder`)
  process.exitCode ??= skippedExitCode
}
