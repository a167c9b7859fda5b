/**
 * Milliseconds that something took. Not processor time: other threads of the process count towards that, and they run
 * other tests.
 */
export function durationOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/**
 * Returns how many times longer something of size 4n takes than the same of size n: about 4 where the cost is linear, 16
 * where it is quadratic. `prepare` makes the input, which does not count. Of each, the fastest of several rounds, in turns:
 * what else the machine does only adds.
 */
export function growth(n: number, prepare: (size: number) => () => void): number {
  const sizes = [n, 4 * n].map((size) => ({ work: prepare(size), fastest: Number.POSITIVE_INFINITY }))
  for (let round = 0; round < 4; round++) {
    for (const size of sizes) size.fastest = Math.min(size.fastest, durationOf(size.work))
  }
  const [small, large] = sizes.map(({ fastest }) => fastest) as [number, number]
  return large / small
}
