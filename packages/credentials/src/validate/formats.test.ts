import { describe, expect, it } from 'vitest'
import { instantOf, isDate, isUri } from './formats.js'

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

  it.each([
    'https://university.example',
    'https://universität.example/kurse?nr=1#a',
    'did:web:university.example',
    'urn:uuid:7c1b4a52-3d7a-4f0e-9d37-5b8f4f1c2d01',
    'mailto:ada@university.example',
    'data:,',
    'x-scheme+1.0:a',
  ])('take %s for a URI', (text) => {
    expect(isUri(text)).toBe(true)
  })

  it.each([
    '',
    'badge-1',
    '#badge',
    '/badges/1',
    '//university.example',
    'www.university.example:80 00',
    'https:',
    'https://',
    'https:///badge',
    'https://?a',
    'HTTP:badge',
    'did:',
    '1urn:a',
    'urn:a b',
    'urn:a\n',
    ' urn:a',
    'urn:<a>',
    'urn:a"b',
    'urn:a|b',
    'urn:a\\b',
    'urn:a^b',
    'urn:`a`',
    'urn:{a}',
  ])('take %j for no URI', (text) => {
    expect(isUri(text)).toBe(false)
  })
})
