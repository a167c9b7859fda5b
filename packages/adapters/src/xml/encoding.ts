import { type DocumentPosition, SourceDocumentError } from '../errors.js'

/** How the bytes of a document become text. */
export interface XmlEncoding {
  /** Label for `TextDecoder`. */
  readonly label: string
  /** Bytes of the byte-order mark, which is no part of the text. */
  readonly markLength: number
}

/**
 * Encodings that are read by declaration: all have ASCII as their lower half, so the declaration itself is readable.
 */
const declarable: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252'],
  // As everywhere on the web: what says ISO-8859-1 and has bytes from 0x80 to 0x9F is windows-1252.
  ['iso-8859-1', 'windows-1252'],
])

/** Characters of windows-1252 from 0x80 to 0x9F. Some versions of Node.js decode them as control characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Bytes that suffice to find the declaration's end. */
const declarationLength = 256

/**
 * Byte-order marks, and how `<?` begins without one (XML 1.0 Appendix F.1). UTF-32 comes first: it contains UTF-16's
 * mark.
 */
const signatures: readonly (readonly [bytes: readonly number[], label: string, markLength: number])[] = [
  [[0xff, 0xfe, 0x00, 0x00], 'UTF-32', 4],
  [[0x00, 0x00, 0xfe, 0xff], 'UTF-32', 4],
  [[0xef, 0xbb, 0xbf], 'utf-8', 3],
  [[0xff, 0xfe], 'utf-16le', 2],
  [[0xfe, 0xff], 'utf-16be', 2],
  [[0x3c, 0x00], 'utf-16le', 0],
  [[0x00, 0x3c], 'utf-16be', 0],
]

/** True when the first bytes of a stream decide the encoding. */
export function isEncodingDecidable(start: Uint8Array): boolean {
  return start.length >= declarationLength || (start.length >= 4 && start.includes(0x3e))
}

/**
 * Returns the encoding of a document from its first bytes: the byte-order mark, else the declaration, else UTF-8. The
 * mark is believed before the declaration, because files exist that are UTF-16 and declare UTF-8; a declaration of
 * UTF-16 that can be read as ASCII is wrong, and means UTF-8. Throws `ERR_XML_ENCODING` for anything else.
 */
export function detectEncoding(start: Uint8Array): XmlEncoding {
  for (const [bytes, label, markLength] of signatures) {
    if (!bytes.every((byte, index) => start[index] === byte)) continue
    if (label === 'UTF-32') throw unknownEncoding(label)
    return { label, markLength }
  }
  const prolog = String.fromCharCode(...start.subarray(0, declarationLength))
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(prolog)?.[1]?.toLowerCase()
  if (declared === undefined || declared.startsWith('utf-16')) return { label: 'utf-8', markLength: 0 }
  const label = declarable.get(declared)
  if (label === undefined) throw unknownEncoding(declared)
  return { label, markLength: 0 }
}

function unknownEncoding(name: string): SourceDocumentError {
  return new SourceDocumentError('ERR_XML_ENCODING', `the document is encoded in ${name}, which is not read`, {
    advice: 'Convert it to UTF-8',
  })
}

/**
 * Turns the bytes of one document, in pieces cut anywhere, into text. Bytes that are invalid in the encoding throw
 * `ERR_XML_ENCODING` at their place; nothing is replaced by U+FFFD.
 */
export class XmlDecoder {
  readonly #strict: TextDecoder
  readonly #label: string
  #rest: Uint8Array = new Uint8Array(0)

  constructor(label: string) {
    this.#label = label
    this.#strict = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  }

  /** True when the input ended inside a character. */
  get endsInsideCharacter(): boolean {
    return this.#rest.length > 0
  }

  /**
   * Returns the text of the next bytes; a character cut at the end waits for the next piece. `positionAfter` is asked
   * only when bytes are invalid: it gets the text before them and tells where that ends.
   */
  decode(bytes: Uint8Array, positionAfter: (text: string) => DocumentPosition): string {
    const all = concatenate(this.#rest, bytes)
    const length = wholeCharacters(all, this.#label)
    this.#rest = all.slice(length)
    const piece = all.subarray(0, length)
    try {
      const text = this.#strict.decode(piece)
      if (this.#label !== 'windows-1252') return text
      return text.replace(/[\x80-\x9f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80))
    } catch (cause) {
      const [valid = ''] = new TextDecoder(this.#label, { ignoreBOM: true }).decode(piece).split('\uFFFD', 1)
      throw this.invalidBytes(positionAfter(valid), cause)
    }
  }

  /** The error for bytes that are no text in this encoding. */
  invalidBytes(position: DocumentPosition, cause?: unknown): SourceDocumentError {
    const message = `the document holds bytes that are not ${this.#label.toUpperCase()}`
    return new SourceDocumentError('ERR_XML_ENCODING', message, {
      advice: 'It was saved in another encoding than its XML declaration names, or the file is damaged',
      cause,
      position,
    })
  }
}

/** Length of the part of `bytes` that does not end inside a character. */
function wholeCharacters(bytes: Uint8Array, label: string): number {
  const { length } = bytes
  if (label.startsWith('utf-16')) {
    const even = length - (length % 2)
    const high = bytes[label === 'utf-16le' ? even - 1 : even - 2] ?? 0
    return (high & 0xfc) === 0xd8 ? even - 2 : even
  }
  if (label !== 'utf-8') return length
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return length
    // A lead byte says how many bytes its character has: 110x two, 1110 three, 1111 four.
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length
  }
  return length
}

/** Returns the bytes of `first`, then those of `second`. */
export function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
