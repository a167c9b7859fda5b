import { fullFormats } from 'ajv-formats/dist/formats.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats, instantOf } from './formats.js'

const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100)

/** What official validators use, as a function. */
const oracle = (name: 'date' | 'date-time') => (fullFormats[name] as { validate: (text: string) => boolean }).validate

const digits = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))
const dates = fc
  .tuple(fc.integer({ min: 1890, max: 2110 }).map(String), digits(0, 13), digits(0, 32))
  .map((parts) => parts.join('-'))
const fractions = fc.constantFrom('', '.5', '.123456789', '.')
const offsets = fc.oneof(
  fc.constantFrom('Z', 'z', '', '+5', '+24:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), digits(0, 24), fc.constantFrom(':', ''), digits(0, 60))
    .map((parts) => parts.join('')),
)
// The official validators take some times beyond 23:59 that only an offset brings back into the day; we do not.
const dateTimes = fc
  .tuple(dates, fc.constantFrom('T', 't', ' ', ''), digits(0, 23), digits(0, 59), digits(0, 61), fractions, offsets)
  .map(
    ([date, separator, hour, minute, second, fraction, offset]) =>
      `${date}${separator}${hour}:${minute}:${second}${fraction}${offset}`,
  )

describe('formats', () => {
  it.each(['date', 'date-time'] as const)('judge every %s as official validators do', (name) => {
    const texts = fc.oneof(dates, dateTimes, fc.string())
    fc.assert(
      fc.property(texts, (text) => {
        expect(formats[name](text)).toBe(oracle(name)(text))
      }),
      { numRuns: numRuns * 20 },
    )
  })

  it('give the instant that the platform reads from the strict form', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(-6e13), max: new Date(2e14), noInvalidDate: true }), (date) => {
        expect(instantOf(date.toISOString())).toBe(date.getTime())
      }),
      { numRuns },
    )
  })
})
