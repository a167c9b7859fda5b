// One process of `npm run fuzz`: compares the engines on its share of the batches, and prints a line of JSON for each.
import { contextSource } from '@testamur/documents/contexts'
import * as fc from 'fast-check'
import { compare, type Verdict } from './compare.js'
import { type Task, tasks } from './documents.js'

const [seed = 0, from = 0, to = 0, shard = 0, shards = 1, batchSize = 1] = process.argv.slice(2).map(Number)
const contexts = contextSource()

/** The verdicts of a batch: how many of each, and the documents that went wrong. */
async function run(batch: number): Promise<object> {
  const counts: Partial<Record<`${'plain' | 'any'}: ${Verdict}`, number>> = {}
  const wrong: object[] = []
  const count = (key: keyof typeof counts): void => void (counts[key] = (counts[key] ?? 0) + 1)
  for (const task of fc.sample(tasks, { seed: batchSeed(batch), numRuns: batchSize })) {
    const { plain, any } = await judge(task)
    count(`plain: ${plain}`)
    count(`any: ${any}`)
    if (plain === 'WRONG' || any === 'WRONG') wrong.push(task)
  }
  return { batch, counts, wrong }
}

/** One in so many is looked at in full, to tell how much of what is declined the reference would take. */
const fullShare = 20
let judged = 0

async function judge({ document, ...options }: Task): Promise<{ plain: Verdict; any: Verdict }> {
  try {
    judged += 1
    return await compare(document, { ...options, contexts, onlyAccepted: judged % fullShare !== 0 })
  } catch {
    // Neither engine throws for a document.
    return { plain: 'WRONG', any: 'WRONG' }
  }
}

/** Seeds of batches that lie far apart, whatever the seed of the whole. */
const batchSeed = (batch: number): number => Math.imul(seed ^ Math.imul(batch + 1, 0x9e3779b1), 0x85ebca6b) | 0

for (let batch = from; batch < to; batch += 1) {
  if (batch % shards === shard) process.stdout.write(`${JSON.stringify(await run(batch))}\n`)
}
