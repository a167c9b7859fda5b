import type { DocumentPosition } from '../errors.js'
import type { LeafScanner } from './leaf-scanner.js'

/** Where a parser stands in what it was given; both count from what it saw. */
export interface ParserPosition {
  readonly line: number
  readonly column: number
}

/** Keeps account of what a parser does not get to see, so that places can be told all the same. */
export class SkippedText {
  /** Characters and line feeds that were skipped. */
  length = 0
  lines = 0
  /** How far the column is off, as long as the parser stands on the line on which something was skipped last. */
  #columns = 0
  #line = 0

  /** Skips an element and the blanks in front of it, which begin at `start`. */
  add({ end, lines, lastLine }: LeafScanner, start: number, { line, column }: ParserPosition): void {
    const before = line === this.#line ? this.#columns : 0
    this.#columns = lines === 0 ? before + end - start : end - lastLine - column
    this.#line = line
    this.length += end - start
    this.lines += lines
  }

  /** Returns where a parser stands in the whole document. */
  position({ line, column }: ParserPosition): DocumentPosition {
    const columns = line === this.#line ? this.#columns : 0
    return { line: line + this.lines, column: Math.max(1, column + columns) }
  }
}
