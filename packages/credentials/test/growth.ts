import { expect } from 'vitest'

/**
 * Milliseconds that something took. Not processor time: other threads of the process count towards that, and they run
 * other tests.
 */
export function durationOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** How often each size is measured, and at most where the quotient is too large. */
const rounds = { enough: 4, most: 100 }
/** What is quadratic takes long, and is certain sooner. */
const enoughMs = 20_000

/**
 * Expects something of size 4n to take fewer than `times` as long as the same of size n: that is about 4 where the cost is
 * linear, 16 where it is quadratic. `prepare` makes the input, which does not count. Of each, the fastest of several
 * rounds, in turns: what else the machine does only adds. Where the quotient is too large there are more rounds, since a
 * busy machine passes and a quadratic cost stays.
 */
export function expectGrowthBelow(times: number, n: number, prepare: (size: number) => () => void): void {
  const [small, large] = [n, 4 * n].map(prepare) as [() => void, () => void]
  const fastest = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY }
  const started = performance.now()
  for (let round = 1; ; round++) {
    fastest.small = Math.min(fastest.small, durationOf(small))
    fastest.large = Math.min(fastest.large, durationOf(large))
    const ratio = fastest.large / fastest.small
    const isCertain = round >= (ratio < times ? rounds.enough : rounds.most)
    if (isCertain || performance.now() - started > enoughMs) return expect(ratio).toBeLessThan(times)
  }
}
