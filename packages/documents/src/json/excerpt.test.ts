import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.js'

const numRuns = Number(process.env.TESTAMUR_RUNS ?? 100)

describe('excerpt', () => {
  it('repeats what fits, in any script', () => {
    for (const text of ['', 'grade', 'Ünïversität', '学位', 'e\u0301', '👩\u200d🎓']) expect(excerpt(text)).toBe(text)
  })

  it.each([
    ['a control character', 'a\u0000b', 'a�b'],
    ['an escape for terminals', '\u001b[2J', '�[2J'],
    ['a C1 control', 'a\u009bb', 'a�b'],
    ['line breaks', 'a\r\nb\u2028c\u2029d\u0085e', 'a��b�c�d�e'],
    ['text that runs the other way', 'a\u202eb\u2066c\u061cd', 'a�b�c�d'],
    ['half a surrogate pair', 'a\ud800', 'a�'],
  ])('does not repeat %s', (_what, text, expected) => {
    expect(excerpt(text)).toBe(expected)
  })

  it('cuts, and never in the middle of a character', () => {
    expect(excerpt('x'.repeat(80))).toBe('x'.repeat(80))
    expect(excerpt('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`)
    expect(excerpt('ab😀c', 3)).toBe('ab…')
    expect(excerpt('ab😀c', 4)).toBe('ab😀…')
  })

  it('is well formed, one line, and no longer than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 100 }), (text, maxLength) => {
        const shown = excerpt(text, maxLength)
        expect(shown.length).toBeLessThanOrEqual(maxLength + 1)
        expect(shown.isWellFormed()).toBe(true)
        // oxlint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
      }),
      { numRuns },
    )
  })
})
