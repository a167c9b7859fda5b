// Measures one section, in a process of its own: `measure-section.mjs <name of its file> [options of run.mjs]`. Prints each
// row when it is measured, and sends `{ title, unit, plotted, rows }` or `{ skipped: title }` to the process that asks.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { goals, isFarOff } from './goals.mjs'
import { setUp } from './set-up.mjs'
import { lineOf } from './table.mjs'

const [, , name, ...options] = process.argv
const isCheck = options.includes('--check')
const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length) ?? ''
const root = process.env['TESTAMUR_REFERENCE'] ?? path.join(import.meta.dirname, '../../../../shared')
const reference = path.resolve(root, 'reference')
const isWanted = ({ id }) => id.startsWith(only) && !(isCheck && (goals[id] === undefined || goals[id].isReportedOnly))

/** How often a row is measured that is far off. */
const attempts = 3

const giveUp = () => process.exit(1)
// Whoever asked has ended: nobody wants to know any more.
process.once('disconnect', giveUp)

const { title, unit, plotted, needsReference, rows } = await import(`./${name}.mjs`)
if (needsReference && !existsSync(reference)) send({ skipped: title })
else send({ title, unit, plotted, rows: await measure() })

function send(message) {
  process.off('disconnect', giveUp)
  process.send?.(message, () => process.disconnect())
}

async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-bench-'))
  try {
    const found = []
    for (const row of (await rows({ ...(await setUp()), reference, folder })).filter(isWanted)) {
      if (found.length === 0) console.log(`\n${title}\n`)
      const { id, name } = row
      const figure = { id, name, unit, goal: goals[id], ...(await measureRow(row)) }
      console.log(lineOf(figure))
      found.push(figure)
    }
    return found
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Under `--check`, what is far off is measured again: what else the machine does passes, what is slow stays slow. */
async function measureRow(row) {
  let figure
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    figure = await row.run()
    if (!isCheck || !isFarOff(goals[row.id] ?? {}, figure.median)) break
  }
  return figure
}
