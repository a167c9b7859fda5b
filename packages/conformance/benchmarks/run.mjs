// `npm run bench`: measures what is built and prints ratios with their ranges. `--write` puts them into the guide. With
// `--check` only what has a goal is measured, and it fails where a ratio is under 60 % of its goal: machines differ and
// share their time, but a change that halves the speed is seen. `--only=clr-40` measures rows whose ids begin so,
// `--wall-clock` by the clock instead of processor time.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { skippedExitCode } from '../../../scripts/report.mjs'
import { isFarOff } from './goals.mjs'
import { writeGuide } from './guide.mjs'
import { shortLineOf } from './table.mjs'

const sections = [
  'against-digitalbazaar',
  'against-digitalcredentials',
  'against-jose',
  'against-the-limit',
  'full-checks',
  'growth',
  'start-up',
  'memory',
  'validation',
  'reading',
]

const options = process.argv.slice(2)
const isCheck = options.includes('--check')

const found = []
for (const section of sections) found.push(await measured(section))

/**
 * Each section is measured in a process of its own: what else a process has run stays in its heap and in what its compiler
 * assumes, and is no part of what a table compares.
 */
async function measured(section) {
  const child = fork(path.join(import.meta.dirname, 'measure-section.mjs'), [section, ...options])
  let answer
  child.once('message', (message) => {
    answer = message
  })
  const [code, signal] = await once(child, 'exit')
  if (code !== 0 || answer === undefined) throw new Error(`${section}.mjs ended with ${signal ?? code}`)
  return answer
}

const measuredSections = found.filter(({ rows }) => rows !== undefined)
const skipped = found.map(({ skipped }) => skipped).filter((title) => title !== undefined)
if (options.includes('--write')) writeGuide(measuredSections)

const withGoal = measuredSections.flatMap(({ rows }) => rows).filter(({ goal }) => goal !== undefined)
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
