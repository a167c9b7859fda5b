// Validates a record that has mistakes, and says where they are.
import { readFile } from 'node:fs/promises'
import { validate } from 'testamur'

const badge = JSON.parse(await readFile('examples/data/badge.json', 'utf8'))
console.log(validate(badge).valid) // true

badge.validFrom = '17 May 2026'
badge.credentialSubject.result[0].resultDescription = 'urn:example:another-grade'
const { valid, findings } = validate(badge)
console.log(valid) // false
for (const { pointer, code } of findings) console.log(`${pointer}: ${code}`)
