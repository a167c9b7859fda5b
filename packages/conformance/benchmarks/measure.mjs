// How things are measured side by side: in turns, in one run, so that what else the machine does hits both alike.
import { execFileSync } from 'node:child_process'

const pairs = 9

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Median, over pairs measured in turns, of how many times longer the other takes than ours. */
export function timesFaster(ours, other) {
  ours()
  other()
  return median(Array.from({ length: pairs }, () => other() / ours()))
}

/** Milliseconds that so many calls take. */
export const timed = (calls, work) => () => {
  const started = performance.now()
  for (let call = 0; call < calls; call++) work()
  return performance.now() - started
}

/** The number that a program of its own prints: milliseconds, measured in a fresh process. */
export const inProcess =
  (file, ...args) =>
  () =>
    Number(execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', timeout: 60_000 }))
