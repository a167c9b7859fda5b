import { readFileSync } from 'node:fs'

/** Megabytes by which `work` raised the peak of the memory of this process; the first argument of the program is a record. */
export async function printRise(work) {
  const record = JSON.parse(readFileSync(process.argv[2], 'utf8'))
  const before = process.resourceUsage().maxRSS
  await work(record)
  console.log((process.resourceUsage().maxRSS - before) / 1024)
}
