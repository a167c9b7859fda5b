import { describe, expect, it } from 'vitest'
import { instantOf, isDate } from './formats.js'

describe('formats', () => {
  it('take the dates that exist', () => {
    expect(isDate('2024-02-29')).toBe(true)
    expect(isDate('2023-02-29')).toBe(false)
    expect(isDate('2100-02-29')).toBe(false)
    expect(isDate('2026-13-01')).toBe(false)
    expect(isDate('2026-5-1')).toBe(false)
  })

  it('say what instant a date-time is', () => {
    expect(instantOf('2026-05-31T09:00:00Z')).toBe(Date.UTC(2026, 4, 31, 9))
    expect(instantOf('2026-05-31T09:00:00.25+02:30')).toBe(Date.UTC(2026, 4, 31, 6, 30, 0, 250))
    expect(instantOf('2026-05-31 09:00:00-0230')).toBe(Date.UTC(2026, 4, 31, 11, 30))
    expect(instantOf('0001-01-01T00:00:00Z')).toBe(Date.parse('0001-01-01T00:00:00Z'))
    expect(instantOf('2026-05-31T09:00:00')).toBeUndefined()
    expect(instantOf('2026-05-31T24:15:00+00:16')).toBeUndefined()
    expect(instantOf('2026-05-31T23:75:00+00:16')).toBeUndefined()
    expect(instantOf('2026-05-31')).toBeUndefined()
  })

  it('know leap seconds, in any time zone', () => {
    expect(instantOf('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1))
    expect(instantOf('2016-12-31T18:59:60-05:00')).toBe(Date.UTC(2017, 0, 1))
    expect(instantOf('2016-12-31T23:58:60Z')).toBeUndefined()
  })
})
