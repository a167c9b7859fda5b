// Verifies a badge, and then a copy in which the grade was changed.
import { readFile } from 'node:fs/promises'
import { verify } from 'testamur'

const text = await readFile('examples/data/badge.json', 'utf8')

const report = await verify(text)
console.log(report.outcome) // verified
for (const { id, outcome } of report.checks) console.log(`  ${id}: ${outcome}`)

const changed = await verify(text.replace('"value": "A"', '"value": "B"'))
console.log(changed.outcome) // rejected
for (const { pointer, code, detail } of changed.errors) console.log(`  ${pointer}: ${code}. ${detail}`)
