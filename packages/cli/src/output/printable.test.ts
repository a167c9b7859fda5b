import { expect, test } from 'vitest'
import { findingLines } from './finding-lines.js'
import { paletteFor } from './palette.js'
import { printable, printableName } from './printable.js'

test('control characters and changes of direction are taken out of messages and names alike', () => {
  const tricky = 'a\u001B[2Kb\u202Ec\nd'
  expect(printable(tricky)).toBe('a\uFFFD[2Kb\uFFFDc\uFFFDd')
  expect(printableName(tricky)).toBe(printable(tricky))
})

test('a name is cut, a message is not', () => {
  const long = 'x'.repeat(1000)
  expect(printableName(long)).toBe(`${'x'.repeat(300)}…`)
  expect(printable(long)).toBe(long)
})

test('of a finding, all that Testamur says is whole, and place and file are cut', () => {
  const long = (letter: string) => letter.repeat(400)
  const palette = paletteFor({ isTerminal: false, write: async () => undefined }, { env: {} })
  const finding = {
    level: 'error',
    code: 'c',
    pointer: long('p'),
    message: long('m'),
    hint: long('h'),
    why: long('w'),
    source: long('s'),
  } as const
  const lines = findingLines(long('f'), [finding], { good: 'good', bad: 'bad' }, palette)
  expect(lines).toEqual([
    `✘ bad: 1 error  ${'f'.repeat(300)}…`,
    `  ✘ ${'p'.repeat(300)}…  ${long('m')} [c]`,
    `      → ${long('h')}`,
    `      why: ${long('w')} (${long('s')})`,
  ])
})
