import type { Io, TextSink } from '../io/index.js'
import type { Palette } from './interface.js'

const escape = '\u001B['
const paint = (on: number, off: number) => (text: string) => `${escape}${on}m${text}${escape}${off}m`
const plain = (text: string): string => text

const coloured: Palette = {
  good: paint(32, 39),
  bad: paint(31, 39),
  doubt: paint(33, 39),
  strong: paint(1, 22),
  faint: paint(2, 22),
}
const uncoloured: Palette = { good: plain, bad: plain, doubt: plain, strong: plain, faint: plain }

/**
 * Returns the colours for a stream: those of a terminal, unless `NO_COLOR` is set (no-color.org); `FORCE_COLOR` has
 * them elsewhere too.
 */
export function paletteFor({ isTerminal }: TextSink, { env }: Pick<Io, 'env'>): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR) return uncoloured
  const isWanted = FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && TERM !== 'dumb'
  return isWanted ? coloured : uncoloured
}
