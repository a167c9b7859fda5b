import type { Loss } from '@testamur/adapters/pesc'
import { expect, test } from 'vitest'
import { countsLine, lossLines } from './loss-summary.js'
import { paletteFor } from './palette.js'

const palette = paletteFor({ isTerminal: false, write: async () => undefined }, { env: {} })
const loss = (path: string, facts: Partial<Loss> = {}): Loss => ({
  path,
  code: 'personal-data',
  reason: 'Private',
  disposition: 'dropped',
  ...facts,
})

test('losses are grouped by reason; paths that differ in positions alone are one', () => {
  const losses = [
    loss('/T/Course[1]/Note'),
    loss('/T/Person/SSN', { line: 7 }),
    loss('/T/Course[2]/Note'),
    loss('/T/Id', { code: 'transport', reason: 'Not about learning' }),
  ]
  expect(lossLines(losses, palette)).toEqual([
    'not carried, or only in part: 4 elements of the source',
    '      3 × Private [personal-data]',
    '          /T/Course/Note (2 times)',
    '          /T/Person/SSN (line 7)',
    '      1 × Not about learning [transport]',
    '          /T/Id',
  ])
})

test('of many paths, the rest is counted', () => {
  const losses = Array.from({ length: 30 }, (_, index) => loss(`/T/E${index}`))
  expect(lossLines(losses, palette)).toHaveLength(9)
  expect(lossLines(losses, palette).at(-1)).toBe('          … and 24 more paths; --json names them all')
})

test('nothing lost is said', () => {
  expect(lossLines([], palette)).toEqual(['everything of the source is in the record'])
})

test('counts name what was read', () => {
  expect(countsLine({ AcademicSession: 8, Course: 1, GPA: 2, AcademicSummary: 3 })).toBe('8 terms, 1 course, 2 GPAs')
  expect(countsLine({ NoteMessage: 1204 })).toBe('1,204 notes')
})
