import type { XmlStream } from '../xml/index.js'

/** Most that is kept while a stream shows nothing. */
const maxBlankLength = 64 * 1024

/** Returns the first piece of a stream that is not blank, and the stream with all its pieces. */
export async function withStart(input: XmlStream): Promise<{ start: string | Uint8Array; stream: XmlStream }> {
  const iterator = input[Symbol.asyncIterator]()
  const pieces: (string | Uint8Array)[] = []
  let length = 0
  let next = await iterator.next()
  while (!next.done && length < maxBlankLength && isBlank(next.value)) {
    length += next.value.length
    pieces.push(next.value)
    next = await iterator.next()
  }
  const start = next.done ? '' : next.value
  if (!next.done) pieces.push(next.value)
  return { start, stream: replay(pieces, iterator) }
}

async function* replay(
  pieces: readonly (string | Uint8Array)[],
  iterator: AsyncIterator<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  try {
    yield* pieces
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    // Whoever stops early lets go of the file or connection.
    await iterator.return?.()
  }
}

/** Also true of pieces of a byte-order mark, or of UTF-16, that show nothing yet. */
function isBlank(piece: string | Uint8Array): boolean {
  if (typeof piece === 'string') return /^[\s\uFEFF]*$/.test(piece)
  return piece.every((byte) => byte <= 0x20 || byte >= 0xbb)
}
