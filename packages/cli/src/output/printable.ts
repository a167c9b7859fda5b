/**
 * Returns a text of a document, a file name or an error as it may go to a terminal: control characters and those that
 * turn the direction of writing are replaced, because they could rewrite what stands beside them; long texts are cut
 * to `maxLength` code units.
 */
export function printable(text: string, maxLength = 300): string {
  const safe = text.replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD')
  return safe.length > maxLength ? `${safe.slice(0, maxLength)}…` : safe
}

/** Returns a count with its thousands apart: `1,204`. */
export function thousands(count: number): string {
  return count.toLocaleString('en-US')
}

/** Returns a count and its noun: `1 course`, `1,204 courses`. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${thousands(count)} ${count === 1 ? noun : plural}`
}
