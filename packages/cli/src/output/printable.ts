/** Most code units of a foreign text that are shown. */
const maxLength = 300

/**
 * Returns a message as it may go to a terminal, whole: control characters and those that turn the direction of writing
 * are replaced, because they could rewrite what stands beside them.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** Returns a text of a document, a pointer or a file name in the same way; a long one is cut. */
export function printableName(text: string): string {
  const safe = printable(text)
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
