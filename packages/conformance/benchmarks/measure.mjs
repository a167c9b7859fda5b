// How things are measured side by side: in turns, in one run, so that what else the machine does hits both alike.
import { execFileSync } from 'node:child_process'

/**
 * Processor time of this process: a machine that other programs use too takes longer by the clock, and by chance. The work of
 * threads is in it, which collect the garbage of the peers: by the clock (`--wall-clock`) they take a fifth less.
 */
const timeMs = process.argv.includes('--wall-clock')
  ? () => performance.now()
  : () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }

/**
 * How many pairs there are. A check asks for 60 % of the goals, which fewer tell as well; where they find a row far off, it
 * is measured again.
 */
const pairs = process.argv.includes('--check') ? { ofSeconds: 2, ofLess: 3 } : { ofSeconds: 7, ofLess: 9 }
const pairsOf = (turnMs) => (turnMs > 1000 ? pairs.ofSeconds : pairs.ofLess)

/**
 * How long a side runs until it is the turn of the other. Garbage of one side is still being collected, in threads and step
 * by step, when the other runs, and counts there: in turns of 120 ms a badge took 12 % longer than in a process without
 * peers, and the peer a tenth less. In turns of half a second both are within 4 % of that; longer ones change nothing.
 */
const turnMs = 500

/**
 * What runs is compiled meanwhile, by threads whose processor time counts too: a second is enough for a short path, all
 * checks of `verify()` take two. It is over when for a second nothing got faster by the share `gain`.
 */
const warmUp = { gain: 0.03, withoutGainMs: 1000, mostMs: 5000 }

/** What was found: the median of the pairs, and the least and most. */
export const summary = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
  return { median, low: sorted[0], high: sorted.at(-1), pairs: sorted.length }
}

/** How many times longer the second takes than the first; both return milliseconds, those of one call or all they took. */
export async function ratioOf(first, second) {
  const sides = [
    { sample: first, ms: await msOf(first) },
    { sample: second, ms: await msOf(second) },
  ]
  const ratios = []
  for (let pair = 0; pair < pairsOf(Math.max(...sides.map(({ ms }) => ms))); pair++) {
    const times = new Map()
    // Who comes first may find the machine otherwise than who comes second.
    for (const side of pair % 2 === 0 ? sides : sides.toReversed()) times.set(side, await turnOf(side))
    const [firstMs, secondMs] = sides.map((side) => times.get(side))
    ratios.push(secondMs / firstMs)
  }
  return summary(ratios)
}

/** Samples are shorter than a turn where a process is started for each. */
async function turnOf({ sample, ms }) {
  const samples = Math.max(1, Math.round(turnMs / ms))
  let sum = 0
  for (let index = 0; index < samples; index++) sum += await sample()
  return sum / samples
}

async function msOf(sample) {
  if (sample.turnMs !== undefined) return sample.turnMs
  const started = performance.now()
  await sample()
  return performance.now() - started
}

/**
 * Returns what measures `work`, which may be asynchronous: milliseconds of one call, taken over a turn. `turnMs` says how long
 * a turn takes.
 */
export async function timed(work) {
  const callMs = await compiledTime(work)
  const calls = Math.max(1, Math.round(turnMs / callMs))
  return Object.assign(() => timeOfCall(work, calls), { turnMs: calls * callMs })
}

/** Returns about how long a call takes once it is compiled. */
async function compiledTime(work) {
  const started = performance.now()
  let callMs = await timeOfCall(work, 1)
  let gained = { callMs, at: started }
  const isWarm = (at) => at - gained.at >= warmUp.withoutGainMs || at - started >= warmUp.mostMs
  while (!isWarm(performance.now())) {
    callMs = await timeOfCall(work, Math.max(1, Math.round(turnMs / callMs)))
    if (callMs < gained.callMs * (1 - warmUp.gain)) gained = { callMs, at: performance.now() }
  }
  return callMs
}

async function timeOfCall(work, calls) {
  const started = timeMs()
  for (let call = 0; call < calls; call++) {
    const result = work()
    if (result instanceof Promise) await result
  }
  return (timeMs() - started) / calls
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
