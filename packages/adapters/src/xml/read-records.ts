import { TestamurError } from '@testamur/documents'
import { type AdaptersErrorCode, SourceDocumentError } from '../errors.js'
import { concatenate, detectEncoding, isEncodingDecidable, XmlDecoder } from './encoding.js'
import {
  defaultXmlLimits,
  type XmlElement,
  type XmlInput,
  type XmlReadOptions,
  type XmlRecord,
  type XmlStream,
} from './interface.js'
import { notXml, XmlRecordParser } from './record-parser.js'

/** Bytes are decoded in pieces of this length, so that an invalid byte is found close to where it stands. */
const pieceLength = 64 * 1024

/**
 * Returns the records of a whole document, one after the other, with what stands outside them. What follows the last
 * record comes with the last record. Throws a {@link SourceDocumentError} (`ERR_XML_…`) where the document is at fault.
 */
export function* readXmlRecords(input: XmlInput, options: XmlReadOptions): Generator<XmlRecord> {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', 'the document must be a string or a Uint8Array', {
      advice: 'Documents that arrive in pieces are read by the functions that return an iterator',
    })
  }
  const length = typeof input === 'string' ? input.length : input.byteLength
  const maxBytes = options.limits?.maxBytes ?? defaultXmlLimits.maxBytes
  if (length > maxBytes) throw tooManyBytes(maxBytes)
  const source = new RecordSource(options)
  const held = new LastHeld()
  for (let start = 0; start < length; start += pieceLength) {
    for (const record of source.write(pieceOf(input, start))) yield* held.exchange(record)
  }
  for (const record of source.end()) yield* held.exchange(record)
  yield* held.release(source.outside)
}

/**
 * The same for a document that arrives in pieces: records are yielded as they are complete, and only the one being
 * read is kept in memory, so a batch may be of any size. A stream has no limit on its bytes unless the caller sets one.
 */
export async function* streamXmlRecords(input: XmlStream, options: XmlReadOptions): AsyncGenerator<XmlRecord> {
  const maxBytes = options.limits?.maxBytes ?? Number.POSITIVE_INFINITY
  const source = new RecordSource(options)
  const held = new LastHeld()
  let length = 0
  for await (const chunk of input) {
    length += chunk.length
    if (length > maxBytes) throw tooManyBytes(maxBytes)
    for (let start = 0; start < chunk.length; start += pieceLength) {
      for (const record of source.write(pieceOf(chunk, start))) yield* held.exchange(record)
    }
  }
  for (const record of source.end()) yield* held.exchange(record)
  yield* held.release(source.outside)
}

/** A piece of text or bytes; bytes are not copied. */
function pieceOf(whole: string | Uint8Array, start: number): string | Uint8Array {
  const end = start + pieceLength
  return typeof whole === 'string' ? whole.slice(start, end) : whole.subarray(start, end)
}

/** Decodes pieces and feeds them to the parser. */
class RecordSource {
  readonly #parser: XmlRecordParser
  #decoder: XmlDecoder | undefined
  #start: Uint8Array = new Uint8Array(0)
  /** First half of a character that was cut between two pieces of text. */
  #half = ''
  /** What stood outside the records since the last one; known at the end. */
  outside: readonly XmlElement[] = []

  constructor(options: XmlReadOptions) {
    this.#parser = new XmlRecordParser(options)
  }

  write(piece: string | Uint8Array): XmlRecord[] {
    if (typeof piece === 'string') return this.#writeText(piece)
    if (this.#decoder !== undefined) return this.#decode(this.#decoder, piece)
    this.#start = concatenate(this.#start, piece)
    return isEncodingDecidable(this.#start) ? this.#decodeStart() : []
  }

  end(): XmlRecord[] {
    if (this.#half !== '') throw this.#parser.halfCharacter()
    const records = this.#decoder === undefined ? this.#decodeStart() : []
    this.outside = this.#parser.end()
    if (this.#decoder?.endsInsideCharacter) throw this.#decoder.invalidBytes(this.#parser.position)
    return records
  }

  /** Text that was not decoded here can hold half of a surrogate pair, which is no character. */
  #writeText(piece: string): XmlRecord[] {
    const joined = this.#half + piece
    const end = /[\uD800-\uDBFF]$/.test(joined) ? joined.length - 1 : joined.length
    const text = joined.slice(0, end)
    this.#half = joined.slice(end)
    if (text.isWellFormed()) return this.#parser.write(text)
    this.#parser.write(text.slice(0, text.search(/[\uD800-\uDFFF]/u)))
    throw this.#parser.halfCharacter()
  }

  #decodeStart(): XmlRecord[] {
    const { label, markLength } = detectEncoding(this.#start)
    const bytes = this.#start.subarray(markLength)
    // A binary file is refused for what it is, before its bytes are refused as text.
    const first = bytes.find((byte) => byte > 0x20)
    if (!label.startsWith('utf-16') && first !== undefined && first !== 0x3c) throw notXml()
    this.#decoder = new XmlDecoder(label)
    this.#start = new Uint8Array(0)
    return this.#decode(this.#decoder, bytes)
  }

  #decode(decoder: XmlDecoder, bytes: Uint8Array): XmlRecord[] {
    const text = decoder.decode(bytes, (valid) => {
      this.#parser.write(valid)
      return this.#parser.position
    })
    return this.#parser.write(text)
  }
}

/** Keeps the last record back until it is known what stands after it. */
class LastHeld {
  #record: XmlRecord | undefined;

  *exchange(record: XmlRecord): Generator<XmlRecord> {
    if (this.#record !== undefined) yield this.#record
    this.#record = record
  }

  *release(outside: readonly XmlElement[]): Generator<XmlRecord> {
    if (this.#record !== undefined) yield { ...this.#record, outside: [...this.#record.outside, ...outside] }
  }
}

function tooManyBytes(maxBytes: number): SourceDocumentError {
  return new SourceDocumentError('ERR_XML_TOO_LARGE', `the document exceeds the limit maxBytes of ${maxBytes}`, {
    advice: 'Read it as a stream, or raise the limit if the document comes from a source you trust',
  })
}
