// How things are measured side by side: in turns, in one run, so that what else the machine does hits both alike.
import { execFileSync } from 'node:child_process'

/**
 * Processor time of this process: a machine that other programs use too takes longer by the clock, and by chance.
 * `--wall-clock` measures by the clock; on a machine that does nothing else the two hardly differ.
 */
const timeMs = process.argv.includes('--wall-clock')
  ? () => performance.now()
  : () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }

const isCheck = process.argv.includes('--check')
/**
 * Single pairs differ by a third, since the garbage of one turn is often collected in another: the median of 15 is the same
 * each time, within a few hundredths. A check asks for 60 % of the goals: fewer pairs tell that as well, two where a
 * turn takes seconds. Where two find a row far off, it is measured again.
 */
const pairsOf = (turnMs) => {
  const takesSeconds = turnMs > 1000
  if (isCheck) return takesSeconds ? 2 : 5
  return takesSeconds ? 7 : 15
}

/**
 * Each side of a pair runs for this long, in two turns: who comes first changes. A turn is long enough that who leaves garbage
 * behind collects it too; in turns of a few milliseconds a side pays for what the other left, a third of its own time.
 */
const sampleMs = 240
const turnMs = sampleMs / 2
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
  const [firstTurnMs, secondTurnMs] = [await turnMsOf(first), await turnMsOf(second)]
  const slowerTurnMs = Math.max(firstTurnMs, secondTurnMs)
  // However long a turn of the other takes, each side is measured for long enough.
  const rounds = Math.max(1, Math.round(sampleMs / slowerTurnMs))
  const turnsOf = (turnMs) => Math.max(1, Math.round(sampleMs / rounds / turnMs))
  const sides = [
    { sample: first, turns: turnsOf(firstTurnMs) },
    { sample: second, turns: turnsOf(secondTurnMs) },
  ]
  const ratios = []
  for (let pair = 0; pair < pairsOf(slowerTurnMs); pair++) {
    const times = new Map(sides.map((side) => [side, 0]))
    for (let round = 0; round < rounds; round++) {
      // Who comes first may find the machine otherwise than who comes second.
      for (const side of (pair + round) % 2 === 0 ? sides : sides.toReversed()) {
        for (let turn = 0; turn < side.turns; turn++)
          times.set(side, times.get(side) + (await side.sample()) / side.turns)
      }
    }
    const [firstMs, secondMs] = sides.map((side) => times.get(side))
    ratios.push(secondMs / firstMs)
  }
  return summary(ratios)
}

async function turnMsOf(sample) {
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
