import type { PescVersion } from './interface.js'

/** The codes of a list in each version that is written. */
export type CodeList = Readonly<Record<PescVersion, ReadonlySet<string>>>

/** Makes a list of the codes between blanks, and of those that only one version has. */
export function list(
  both: string,
  {
    since18 = '',
    until16 = '',
    spaced = [],
  }: {
    readonly since18?: string
    readonly until16?: string
    /** Codes with blanks in them. */
    readonly spaced?: readonly string[]
  } = {},
): CodeList {
  return {
    '1.6': new Set([...words(both), ...words(until16), ...spaced]),
    '1.8': new Set([...words(both), ...words(since18), ...spaced]),
  }
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
