// Prints the milliseconds from the import of the validator to its first verdict.
import { readFileSync } from 'node:fs'

const badge = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const started = performance.now()
const { validateSchema } = await import('@testamur/credentials/validate/schema')
const findings = validateSchema(badge, 'AchievementCredential')
const milliseconds = performance.now() - started
if (findings.length > 0) throw new Error('The badge should be valid')
console.log(milliseconds)
