// Transcripts out of a batch, beside the bare XML parser on the same bytes; a fresh process each time, in turns. Of 100
// megabytes, or as many as `--batch-megabytes=1000` says.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { summary } from './measure.mjs'

const given = process.argv.find((argument) => argument.startsWith('--batch-megabytes='))
const megabytes = Number(given?.slice('--batch-megabytes='.length) ?? 100)

export const title = `Reading a batch of ${megabytes} MB into transcript models, beside bare saxes`
export const unit = '×'

const turns = 3

const run = (name, size) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'reading', `${name}.mjs`), String(size)], {
      encoding: 'utf8',
    }),
  )

/** Measures both, one after the other, as often as there are turns. */
function measured() {
  return Array.from({ length: turns }, () => {
    const bare = run('bare-saxes', megabytes)
    const ours = run('transcript-models', megabytes)
    if (bare.count !== ours.count || ours.count === 0) throw new Error('they did not read the same')
    return { bare, ours }
  })
}

export function rows() {
  let runs
  const ratios = (of) => {
    runs ??= measured()
    return summary(runs.map(of))
  }
  return [
    {
      id: 'read-batch-speed',
      name: 'speed',
      run: () => ratios(({ bare, ours }) => bare.milliseconds / ours.milliseconds),
    },
    {
      id: 'read-batch-memory',
      name: 'peak of memory',
      run: () => ratios(({ bare, ours }) => ours.peakMegabytes / bare.peakMegabytes),
    },
    {
      id: 'read-batch-constant',
      name: 'peak of memory, against half of the batch',
      run: () => {
        const half = run('transcript-models', megabytes / 2).peakMegabytes
        return ratios(({ ours }) => ours.peakMegabytes / half)
      },
    },
  ]
}
