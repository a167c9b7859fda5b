import { describe, expect, it } from 'vitest'
import { startOfDay } from './date-time.js'

describe('startOfDay', () => {
  it.each([
    ['2019-05-31', '2019-05-31T00:00:00Z'],
    ['1995-01-01Z', '1995-01-01T00:00:00Z'],
    ['2019-05-31-05:00', '2019-05-31T05:00:00Z'],
    ['2020-02-29', '2020-02-29T00:00:00Z'],
    ['2019-05-31+14:00', '2019-05-30T10:00:00Z'],
  ])('of %s is %s', (text, moment) => {
    expect(startOfDay(text)).toBe(moment)
  })

  it.each([
    '2019-02-29',
    '2019-13-01',
    '2019-00-10',
    '2019-05',
    '0000-01-01',
    '0001-01-01+14:00',
    '2019',
    '--05-12',
    '20010-01-01',
    '31.05.2019',
    '2019-05-31T10:00:00',
    '2019-05-31+15:00',
    '',
  ])('is nothing for %s', (text) => {
    expect(startOfDay(text)).toBeUndefined()
  })
})
