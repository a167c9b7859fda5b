// `npm run fuzz -- [--runs N] [--seed S] [--from BATCH]`: compares the fast canonicaliser with jsonld.js and rdf-canonize on
// made-up documents, in two processes. Prints the seed, progress, and the counts; a seed and a batch to go on from make the
// same documents again. Exit code 1 when a document went wrong; those are written to a file.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { root } from './workspace.mjs'

const batchSize = 500
const shards = 2
const progressMs = 15_000

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    from: { type: 'string', default: '0' },
  },
})
const [runs, seed, from] = [values.runs, values.seed, values.from].map(Number)
const to = from + Math.ceil(runs / batchSize)

const folder = path.join(root, 'node_modules/.cache/fuzz')
mkdirSync(folder, { recursive: true })
const worker = path.join(folder, 'worker.mjs')
await build({
  entryPoints: [path.join(root, 'packages/conformance/canonicalization/fuzz-worker.ts')],
  outfile: worker,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['@testamur/source'],
  logLevel: 'error',
  // jsonld.js and rdf-canonize are CommonJS, and ask for built-in modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})

const counts = {}
const wrong = []
const finished = new Set()
const started = Date.now()

/** The first batch that is still missing: where another run would go on. */
function nextBatch() {
  let batch = from
  while (finished.has(batch)) batch += 1
  return batch
}

function tell() {
  const documents = finished.size * batchSize
  const seconds = Math.round((Date.now() - started) / 1000)
  const said = Object.entries(counts)
    .sort()
    .map(([verdict, count]) => `${verdict} ${count}`)
  console.log(
    `${seconds} s, ${documents} documents, next batch ${nextBatch()}: ${said.join(', ')}, WRONG ${wrong.length}`,
  )
}

function note(line) {
  const result = JSON.parse(line)
  finished.add(result.batch)
  wrong.push(...result.wrong)
  for (const [verdict, count] of Object.entries(result.counts)) counts[verdict] = (counts[verdict] ?? 0) + count
}

function runShard(shard) {
  const child = spawn(process.execPath, [worker, seed, from, to, shard, shards, batchSize].map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', note)
  return new Promise((resolve) => child.on('close', resolve))
}

console.log(`seed ${seed}, batches ${from} to ${to} of ${batchSize} documents; go on with --seed ${seed} --from BATCH`)
const progress = setInterval(tell, progressMs)
const codes = await Promise.all(Array.from({ length: shards }, (_, shard) => runShard(shard)))
clearInterval(progress)
tell()
if (wrong.length > 0) {
  const file = path.join(folder, `wrong-${seed}.json`)
  writeFileSync(file, JSON.stringify(wrong, null, 1))
  console.log(`The documents that went wrong: ${path.relative(root, file)}`)
}
process.exitCode = wrong.length > 0 || codes.some((code) => code !== 0) ? 1 : 0
