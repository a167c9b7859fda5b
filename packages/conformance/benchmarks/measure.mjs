// How things are measured side by side: in turns, in one run, so that what else the machine does hits both alike.
import { execFileSync } from 'node:child_process'

const pairs = 9
/** Pairs that take long vary less, and there is an end to patience. */
const slowPairs = 7
const slowPairMs = 1000

/** Each side of a pair runs for this long, in turns of a few milliseconds: an interruption then hits both alike. */
const sampleMs = 60
const turnMs = 6
/** What runs is compiled meanwhile. */
const warmUpMs = 400

/** What was found: the median of the pairs, and the least and most. */
const summary = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], low: sorted[0], high: sorted.at(-1), pairs: sorted.length }
}

/** How many times longer the second takes than the first; both return milliseconds, those of one call or all they took. */
export async function ratioOf(first, second) {
  const started = performance.now()
  await first()
  await second()
  const roundMs = performance.now() - started
  const rounds = Math.max(1, Math.round((2 * sampleMs) / roundMs))
  const ratios = []
  for (let pair = 0; pair < (roundMs > slowPairMs ? slowPairs : pairs); pair++) {
    let [firstMs, secondMs] = [0, 0]
    for (let round = 0; round < rounds; round++) {
      // Who comes first may find the machine otherwise than who comes second.
      const isFirst = (pair + round) % 2 === 0
      if (isFirst) firstMs += await first()
      secondMs += await second()
      if (!isFirst) firstMs += await first()
    }
    ratios.push(secondMs / firstMs)
  }
  return summary(ratios)
}

/** Returns what measures `work`, which may be asynchronous: milliseconds of one call, taken over a turn. */
export async function timed(work) {
  const callMs = await warmUp(work)
  const calls = Math.max(1, Math.round(turnMs / callMs))
  return () => timeOfCall(work, calls)
}

async function warmUp(work) {
  const started = performance.now()
  let callMs = await timeOfCall(work, 1)
  while (performance.now() - started < warmUpMs) {
    callMs = await timeOfCall(work, Math.max(1, Math.round(turnMs / callMs)))
  }
  return callMs
}

async function timeOfCall(work, calls) {
  const started = performance.now()
  for (let call = 0; call < calls; call++) {
    const result = work()
    if (result instanceof Promise) await result
  }
  return (performance.now() - started) / calls
}

/** Several figures of the same kind, without anything to compare them with. */
export const repeated = (measure, count = 3) => summary(Array.from({ length: count }, () => measure()))

/** The number that a program of its own prints, measured in a fresh process. */
export const inProcess =
  (file, ...args) =>
  () =>
    Number(run(file, args))

/** Milliseconds from the start of a process to its end. */
export const ofProcess =
  (file, ...args) =>
  () => {
    const started = performance.now()
    run(file, args)
    return performance.now() - started
  }

const run = (file, args) => execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 60_000 })
