import { TestamurError } from '@testamur/documents'
import type { AdaptersErrorCode } from '../errors.js'
import type { XmlStream } from '../xml/index.js'

/** Most that is kept while a stream shows nothing. */
const maxBlankLength = 64 * 1024

type Piece = string | Uint8Array

/** True for a document that arrives in pieces. */
export function isStream(input: unknown): input is XmlStream {
  return typeof input === 'object' && input !== null && Symbol.asyncIterator in input
}

/**
 * Returns the first piece of a stream that is not blank, and the stream with all its pieces. Throws `ERR_INVALID_OPTION`
 * for what is no stream of text or bytes, then or when such a piece arrives.
 */
export async function withStart(input: XmlStream): Promise<{ start: Piece; stream: XmlStream }> {
  if (!isStream(input)) throw noStream('the document is no async iterable')
  const source = piecesOf(input)
  const pieces: Piece[] = []
  let length = 0
  let next = await source.next()
  while (!next.done && length < maxBlankLength && isBlank(next.value)) {
    length += next.value.length
    pieces.push(next.value)
    next = await source.next()
  }
  const start = next.done ? '' : next.value
  if (!next.done) pieces.push(next.value)
  return { start, stream: replay(pieces, source) }
}

/** Whoever stops early, or finds an impossible piece, lets go of the file or connection. */
async function* piecesOf(input: XmlStream): AsyncGenerator<Piece, void, undefined> {
  for await (const piece of input) {
    if (typeof piece !== 'string' && !(piece instanceof Uint8Array)) {
      throw noStream('a piece of the document is neither a string nor a Uint8Array')
    }
    yield piece
  }
}

async function* replay(
  pieces: readonly Piece[],
  source: AsyncGenerator<Piece, void, undefined>,
): AsyncGenerator<Piece, void, undefined> {
  try {
    yield* pieces
    yield* source
  } finally {
    await source.return()
  }
}

function noStream(message: string): TestamurError {
  return new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', message, {
    advice:
      'Give a stream of text or bytes, such as createReadStream(file), or use transcriptsFromPesc for a whole document',
  })
}

/** Also true of pieces of a byte-order mark, or of UTF-16, that show nothing yet. */
function isBlank(piece: Piece): boolean {
  if (typeof piece === 'string') return /^[\s\uFEFF]*$/.test(piece)
  return piece.every((byte) => byte <= 0x20 || byte >= 0xbb)
}
