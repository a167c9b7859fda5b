import { expect, test } from 'vitest'
import { paletteFor } from './palette.js'

test.for([
  { isTerminal: true, env: {}, coloured: true },
  { isTerminal: true, env: { NO_COLOR: '1' }, coloured: false },
  { isTerminal: true, env: { TERM: 'dumb' }, coloured: false },
  { isTerminal: false, env: {}, coloured: false },
  { isTerminal: false, env: { FORCE_COLOR: '1' }, coloured: true },
  { isTerminal: true, env: { FORCE_COLOR: '0' }, coloured: false },
  { isTerminal: false, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
])('terminal $isTerminal, $env: colours $coloured', ({ isTerminal, env, coloured }) => {
  const { bad } = paletteFor({ isTerminal, write: async () => undefined }, { env })
  expect(bad('no')).toBe(coloured ? '\u001B[31mno\u001B[39m' : 'no')
})
