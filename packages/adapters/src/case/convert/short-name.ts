const maxCharacters = 100

/** Returns a statement as a name: in one line, and cut behind a word where it is longer than 100 characters. */
export function shortName(statement: string): string {
  const line = statement.replaceAll(/\s+/g, ' ').trim()
  const characters = [...line]
  if (characters.length <= maxCharacters) return line
  const start = characters.slice(0, maxCharacters - 1).join('')
  const end = start.lastIndexOf(' ')
  return `${(end > maxCharacters / 2 ? start.slice(0, end) : start).trimEnd()}…`
}
