// Validating a badge against Ajv, which compiles the official schema at run time. `validateSchema` does the same work as
// Ajv; `validate` does more (rules, names, contexts), so its rows have no goal.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { validate, validateSchema } from '@testamur/credentials/validate'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { inProcess, timed, timesFaster } from './measure.mjs'

const calls = 3000

const program = (name) => path.join(import.meta.dirname, 'start-up', `${name}.mjs`)

export const title = 'Validating a badge, against Ajv compiling the official schema at run time'

/** Returns the rows of the table: what was measured, how many times faster, and the goal. */
export function run({ reference }) {
  const schemaFile = path.join(reference, 'schemas/ob-v3p0/ob_v3p0_achievementcredential_schema.json')
  const badgeFile = path.join(reference, 'examples/ob-v3p0/spec.fullOpenBadge.json')
  const badge = JSON.parse(readFileSync(badgeFile, 'utf8'))
  const ajv = new Ajv2019.default({ logger: false })
  addFormats.default(ajv)
  const official = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  const officialVerdict = timed(calls, () => official(badge))
  const ajvStart = inProcess(program('ajv'), schemaFile, badgeFile)
  return [
    {
      name: 'schema, hot',
      timesFaster: timesFaster(
        timed(calls, () => validateSchema(badge, 'AchievementCredential')),
        officialVerdict,
      ),
      goal: 3,
    },
    {
      name: 'schema, from import to first verdict',
      timesFaster: timesFaster(inProcess(program('validate-schema'), badgeFile), ajvStart),
      goal: 30,
    },
    {
      name: 'validate (schema, rules, names), hot',
      timesFaster: timesFaster(
        timed(calls, () => validate(badge)),
        officialVerdict,
      ),
    },
    {
      name: 'validate, from import to first verdict',
      timesFaster: timesFaster(inProcess(program('validate'), badgeFile), ajvStart),
    },
  ]
}
