// Prints the milliseconds from the import of the validator to the first verdict of schema, rules and names together.
import { readFileSync } from 'node:fs'

const badge = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const started = performance.now()
const { validate } = await import('@testamur/credentials/validate')
const { valid } = validate(badge)
const milliseconds = performance.now() - started
if (!valid) throw new Error('The badge should be valid')
console.log(milliseconds)
