// Puts the figures into `docs/guides/performance.md`, between its markers, and draws them beside it.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { plot } from './plot.mjs'
import { markdownTable } from './table.mjs'

const guides = path.join(import.meta.dirname, '../../../docs/guides')
const page = path.join(guides, 'performance.md')
const begin = '<!-- figures: npm run bench -- --write -->'
const end = '<!-- end of figures -->'

export function writeGuide(sections) {
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has no place for figures`)
  const measured = sections.filter(({ rows }) => rows.length > 0)
  const processors = cpus()
  const machine = `Node ${process.versions.node} on ${processors.length} cores, ${processors[0]?.model.trim()}.`
  const figures = [machine, ...measured.map(markdownTable)].join('\n\n')
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${figures}\n\n${text.slice(to)}`)
  const drawn = measured.find(({ plotted }) => plotted)
  if (drawn !== undefined) writeFileSync(path.join(guides, 'performance.svg'), plot(drawn))
}
