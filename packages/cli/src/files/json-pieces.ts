/** Levels of lists and objects that are taken apart: a list of records, or an object with such a list. */
const maxLevels = 2

/**
 * Yields what `JSON.stringify(value, undefined, 2)` returns, in pieces: what is printed can be longer than the longest text
 * there is, and need not be in memory as a whole.
 */
export function* jsonPieces(
  value: unknown,
  indent: string = '',
  level: number = 0,
): Generator<string, void, undefined> {
  const entries = level < maxLevels ? entriesOf(value) : undefined
  if (entries === undefined || entries.length === 0) {
    yield JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`)
    return
  }
  const [start, end] = Array.isArray(value) ? '[]' : '{}'
  const inner = `${indent}  `
  for (const [index, [name, child]] of entries.entries()) {
    yield `${index === 0 ? start : ','}\n${inner}${name}`
    yield* jsonPieces(child, inner, level + 1)
  }
  yield `\n${indent}${end}`
}

/** The members that JSON has of a value, each with its name as it is written before it; nothing for what is no container. */
function entriesOf(value: unknown): (readonly [name: string, child: unknown])[] | undefined {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined
  if (Array.isArray(value)) return Array.from(value, (child: unknown) => ['', isWritten(child) ? child : null])
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) =>
    isWritten(child) ? [[`${JSON.stringify(name)}: `, child] as const] : [],
  )
}

function isWritten(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol'
}
