// Prints the milliseconds from the import of Ajv to the first verdict of the official schema.
import { readFileSync } from 'node:fs'

const [, , schemaFile, badgeFile] = process.argv
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
const badge = JSON.parse(readFileSync(badgeFile, 'utf8'))
const started = performance.now()
const { default: Ajv2019 } = await import('ajv/dist/2019.js')
const { default: addFormats } = await import('ajv-formats')
const ajv = new Ajv2019.default({ logger: false })
addFormats.default(ajv)
const valid = ajv.compile(schema)(badge)
const milliseconds = performance.now() - started
if (!valid) throw new Error('The badge should be valid')
console.log(milliseconds)
