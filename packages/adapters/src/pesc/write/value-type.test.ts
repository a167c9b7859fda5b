import { describe, expect, it } from 'vitest'
import { codeLists } from './code-lists.js'
import { escapeXml } from './escape-xml.js'
import * as types from './value-type.js'

const { code, exact, note, prose } = types

describe('prose', () => {
  it('is shortened where the version takes less, with a loss', () => {
    const title = prose({ '1.6': 5, '1.8': 10 })
    expect(title('12345678', '1.8')).toEqual({ texts: ['12345678'] })
    expect(title('12345678', '1.6')).toMatchObject({ texts: ['1234…'], loss: { code: 'too-long' } })
  })

  it('counts characters as XML Schema does, and cuts none in two', () => {
    expect(prose(3)('𝄞𝄞𝄞', '1.8')).toEqual({ texts: ['𝄞𝄞𝄞'] })
    expect(prose(3)('𝄞𝄞𝄞𝄞', '1.8').texts).toEqual(['𝄞𝄞…'])
  })

  it('loses characters that XML cannot hold', () => {
    expect(prose(9)('a\u0000b\ud800', '1.8')).toMatchObject({ texts: ['ab'], loss: { code: 'invalid-value' } })
    expect(prose(9)('\u0001', '1.8')).toMatchObject({ texts: [], loss: { code: 'invalid-value' } })
  })
})

describe('what identifies', () => {
  it.each([
    ['too long', exact(3), 'ABCD', 'too-long'],
    ['too short', exact(6, 6), '12345', 'invalid-value'],
    ['with a character that XML cannot hold', exact(9), 'A\u0000', 'invalid-value'],
    ['of another version', code(codeLists.InstructionSite), 'Elsewhere', 'not-in-version'],
  ])('is lost when it is %s', (_, type, value, loss) => {
    expect(type(value, '1.8')).toMatchObject({ texts: [], loss: { code: loss } })
  })

  it('may be a code of one version only', () => {
    expect(code(codeLists.InstructionSite)('DistanceLearning', '1.8').texts).toHaveLength(1)
    expect(code(codeLists.InstructionSite)('DistanceLearning', '1.6').loss?.code).toBe('not-in-version')
    expect(code(codeLists.CreditUnit)('Quarter ', '1.8').texts).toEqual([])
  })
})

describe('notes', () => {
  it('keep their blanks', () => expect(note('A   B ', '1.8')).toEqual({ texts: ['A   B '] }))

  it('go on in the next one, and nothing of them is lost', () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ')
    const { texts, loss } = note(words, '1.8')
    expect(texts.join(' ')).toBe(words)
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(80)
    expect(loss?.code).toBe('too-long')
    expect(note('x'.repeat(200), '1.8').texts.map(({ length }) => length)).toEqual([80, 80, 40])
  })
})

describe('forms', () => {
  it.each([
    [types.date, '2020-02-29', true],
    [types.date, '123456789-02-28', true],
    [types.date, '1234567890-02-28', false],
    [types.date, '2019-02-29', false],
    [types.date, '1900-02-29', false],
    [types.date, '2000-02-29Z', true],
    [types.date, '2019-05-31+14:00', true],
    [types.date, '2019-05-31+14:30', false],
    [types.date, '0000-01-01', false],
    [types.date, '20010-01-01', true],
    [types.date, '02010-01-01', false],
    [types.date, '2019-13-01', false],
    [types.dateTime, '2024-06-03T09:30:00-05:00', true],
    [types.dateTime, '2024-06-03T24:30:00', false],
    [types.yearMonth, '2019-12', true],
    [types.yearMonth, '2019-13', false],
    [types.year, '2019', true],
    [types.year, '19', false],
    [types.monthDay, '--02-29', true],
    [types.monthDay, '--02-30', false],
    [types.decimal, '-.5', true],
    [types.decimal, '1e3', false],
    [types.decimal, '', false],
    [types.decimal, '.', false],
    [types.shortDecimal, '123456.789', true],
    [types.shortDecimal, '1234567.891', false],
    [types.shortDecimal, '1.2340', true],
    [types.shortDecimal, '1.2345', false],
    [types.count, '9999', true],
    [types.count, '10000', false],
    [types.count, '0', false],
    [types.positive, '0', false],
    [types.schoolYear, '2019-2020', true],
    [types.geoCode, 'XY12345', true],
    [types.digits(9), '12345678', false],
  ])('%# %s %j: %j', (type, value, isValid) => expect(type(value, '1.8').texts.length > 0).toBe(isValid))

  it('write True as true, and say so', () => {
    expect(types.boolean('True', '1.8')).toMatchObject({ texts: ['true'], loss: { code: 'invalid-value' } })
    expect(types.boolean('1', '1.8')).toEqual({ texts: ['1'] })
    expect(types.boolean('yes', '1.8').texts).toEqual([])
  })
})

it('escapeXml escapes what would be markup, and a carriage return', () => {
  expect(escapeXml('<a href="b">&\r\n]]></a>')).toBe('&lt;a href="b"&gt;&amp;&#13;\n]]&gt;&lt;/a&gt;')
})
