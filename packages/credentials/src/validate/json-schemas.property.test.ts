import { readFileSync } from 'node:fs'
import Ajv2019 from 'ajv/dist/2019.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mutations, values } from '../../test/mutations.js'
import { formats } from './formats.js'
import { validateSchema } from './schema.js'

const documents = [
  ['AchievementCredential', 'achievement-credential'],
  ['ClrCredential', 'clr-credential'],
  ['EndorsementCredential', 'endorsement-credential'],
  ['VerifiableCredential', 'verifiable-credential'],
  ['Profile', 'profile'],
] as const

it.each(documents)('the JSON Schema of %s says what the compiled validator says', (className, file) => {
  const schema = JSON.parse(readFileSync(new URL(`../../schemas/${file}.schema.json`, import.meta.url), 'utf8'))
  const validator = new Ajv2019.default({ strict: false, formats }).compile(schema)
  fc.assert(
    fc.property(fc.oneof(mutations, values), (document) => {
      expect(validateSchema(document, className).length === 0).toBe(validator(document))
    }),
    { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) },
  )
})
