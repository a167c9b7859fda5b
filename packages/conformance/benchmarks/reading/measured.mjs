import { batch } from './batch.mjs'

/**
 * Reads a generated batch of as many megabytes as the first argument of the program says, and prints the processor time
 * of reading, the peak of the memory of this process, and what `read` counted.
 */
export async function printMeasured(read) {
  const before = process.cpuUsage()
  const count = await read(batch(Number(process.argv[2])))
  const { user, system } = process.cpuUsage(before)
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ milliseconds: (user + system) / 1000, peakMegabytes, count }))
}
