/** Processor time of the fastest of five rounds, in milliseconds: what else the machine does only adds. */
function cost(round: () => void): number {
  round()
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    round()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...rounds)
}

/**
 * Returns how many times more processor time something of size 4n costs than the same of size n: about 4 where the cost is
 * linear, 16 where it is quadratic. `prepare` makes the input, which does not count.
 */
export function growth(n: number, prepare: (size: number) => () => void): number {
  return cost(prepare(4 * n)) / cost(prepare(n))
}
