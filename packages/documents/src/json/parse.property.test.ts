import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonValueProblem } from './json-value.js'
import { parseJson } from './parse.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 200)
const json = fc.jsonValue({ maxDepth: 6 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'))
// JSON.stringify writes half surrogates as escapes; they are refused, so they are left out here.
const wellFormed = json.filter((value) => jsonValueProblem(value) === undefined)

it('reads what JSON.stringify writes, compact or spread out', () => {
  fc.assert(
    fc.property(wellFormed, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
    }),
    { numRuns },
  )
})

it('accepts no text that JSON.parse refuses, and reads the same value', () => {
  const damaged = fc
    .tuple(
      wellFormed,
      fc.nat(),
      fc.constantFrom('', '"', ',', ':', '{', '}', '[', ']', '\\', '0', '-', 'e', ' ', '\u0000'),
    )
    .map(([value, at, inserted]) => {
      const text = JSON.stringify(value)
      const position = at % (text.length + 1)
      return text.slice(0, position) + inserted + text.slice(position + (inserted === '' ? 1 : 0))
    })
  fc.assert(
    fc.property(damaged, (text) => {
      const parsed = parseJson(text)
      if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text))
    }),
    { numRuns },
  )
})
