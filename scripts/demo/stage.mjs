// How the demo is shown.
import { call, commandLine, program } from './command-line.mjs'

/** Thrown when the demo cannot go on. */
export class DemoFailure extends Error {}

const inColour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code) => (text) => (inColour ? `\u001B[${code}m${text}\u001B[0m` : text)
const [strong, faint, good, bad] = [1, 2, 32, 31].map(paint)

const started = performance.now()
let [stepsDone, stepCount] = [0, 0]

const secondsSince = (start) => (performance.now() - start) / 1000

/** Shows the title. */
export function begin(count) {
  stepCount = count
  console.log(`\n${strong('Testamur: a transcript becomes a signed record that anyone can check')}\n`)
}

/** Says that a preparation is done. */
export function prepared(what, seconds) {
  console.log(faint(`  ${what} in ${seconds.toFixed(1)} s`))
}

/** Begins a step: what is done, and why. */
export function step(title, ...sentences) {
  stepsDone += 1
  console.log(`\n${strong(`${stepsDone} of ${stepCount}  ${title}`)}`)
  for (const sentence of sentences) console.log(`  ${sentence}`)
  console.log()
}

/** Shows lines of text. */
function show(...lines) {
  for (const line of lines) console.log(`    ${line}`.trimEnd())
}

/** Shows names and values, one below the other. */
export function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length)) + 3
  show(...rows.map(([name, value]) => `${faint(name.padEnd(width))}${value}`))
}

/** Shows that something is as it should be, or ends the demo. */
export function expect(fact, claim) {
  if (!fact) throw new DemoFailure(`expected, and not so: ${claim}`)
  console.log(`  ${good('✔')} ${claim}`)
}

/** Shows a command as a person would type it, runs it, shows what it says, and ends the demo unless it ends as expected. */
export async function testamur(argv, { exitCode = 0 } = {}) {
  console.log(`  ${faint('$')} ${commandLine(argv)}`)
  const calledAt = performance.now()
  const { code, stdout, output } = await call(argv, { inColour })
  show(...output.trimEnd().split('\n'), faint(`exit code ${code}, ${secondsSince(calledAt).toFixed(1)} s`), '')
  if (code !== exitCode) throw new DemoFailure(`exit code ${exitCode} was expected`)
  return stdout
}

/** Runs a command without showing it, and returns what it prints with `--json`. */
export async function resultOf(argv) {
  const { stdout, output } = await call([...argv, '--json'])
  try {
    return JSON.parse(stdout)
  } catch {
    throw new DemoFailure(`no JSON from testamur ${argv.join(' ')}:\n${output}`)
  }
}

/** Names the files that were written, and says that all went well. */
export function end(files) {
  const seconds = secondsSince(started).toFixed(0)
  console.log(`\n${good(`All ${stepCount} steps did what they should, in ${seconds} s.`)} What they wrote:\n`)
  table(files)
  console.log(faint(`\n  "testamur" stands for "node ${program}"; --help says what it can do.\n`))
}

/** Says why the demo failed. */
export function fail({ message }) {
  console.error(`\n${bad(`The demo failed: ${message}`)}\n`)
  process.exitCode = 1
}
