// Validating a badge against Ajv, which compiles the official schema at run time. `validateSchema` does the same work as
// Ajv; `validate` does more (rules, names, contexts), so its rows have no goal.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { validate, validateSchema } from '@testamur/credentials/validate'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { inProcess, ratioOf, timed } from './measure.mjs'

const program = (name) => path.join(import.meta.dirname, 'start-up', `${name}.mjs`)

export const title = 'Validating a badge: times faster than Ajv compiling the official schema at run time'
export const unit = '×'
export const needsReference = true

export async function rows({ reference }) {
  const schemaFile = path.join(reference, 'schemas/ob-v3p0/ob_v3p0_achievementcredential_schema.json')
  const badgeFile = path.join(reference, 'examples/ob-v3p0/spec.fullOpenBadge.json')
  const badge = JSON.parse(readFileSync(badgeFile, 'utf8'))
  const ajv = new Ajv2019.default({ logger: false })
  addFormats.default(ajv)
  const official = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  const ajvStart = inProcess(program('ajv'), schemaFile, badgeFile)
  const hot = async (work) => ratioOf(await timed(work), await timed(() => official(badge)))
  const first = (name) => ratioOf(inProcess(program(name), badgeFile), ajvStart)
  return [
    { id: 'schema-hot', name: 'schema, hot', run: () => hot(() => validateSchema(badge, 'AchievementCredential')) },
    { id: 'schema-first', name: 'schema, from import to first verdict', run: () => first('validate-schema') },
    { id: 'validate-hot', name: 'validate (schema, rules, names), hot', run: () => hot(() => validate(badge)) },
    { id: 'validate-first', name: 'validate, from import to first verdict', run: () => first('validate') },
  ]
}
