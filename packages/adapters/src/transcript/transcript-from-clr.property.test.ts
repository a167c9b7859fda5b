import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyTranscript } from '../../test/transcript-arbitrary.js'
import { clrFromTranscript, transcriptFromClr } from './index.js'

const numRuns = Math.ceil(Number(process.env['TESTAMUR_RUNS'] ?? 50) / 4)
const options = {
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  validFrom: '2026-01-01T00:00:00Z',
} as const

/** The transcript without texts that are lost, nodes without any text, and gaps in lists. */
function without(value: unknown, lost: ReadonlySet<string>, path = ''): unknown {
  if (value === undefined || value === '' || lost.has(path)) return undefined
  if (Array.isArray(value)) {
    const items = value
      .map((item, index) => without(item, lost, `${path}[${index + 1}]`))
      .filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
    .map(([field, item]) => [field, without(item, lost, `${path}/${field}`)] as const)
    .filter(([, item]) => item !== undefined)
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}

it.each(['hashed', 'plain', 'none'] as const)(
  'gives back the transcript, except for its losses (identity %s)',
  (identity) => {
    fc.assert(
      fc.property(anyTranscript, fc.boolean(), (transcript, all) => {
        const include = all ? (['class-rank', 'standing'] as const) : []
        const { credential, losses } = clrFromTranscript(transcript, { ...options, include, learner: { identity } })
        const back = transcriptFromClr(JSON.parse(JSON.stringify(credential)))
        const lost = new Set(losses.map(({ path }) => path))
        expect(without(back.transcript, new Set())).toEqual(without(transcript, lost))
      }),
      { numRuns },
    )
  },
)
