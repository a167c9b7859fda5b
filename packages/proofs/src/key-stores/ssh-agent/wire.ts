/** Reads the data types of RFC 4251 §5 from the front of some bytes; each returns `undefined` behind their end. */
export interface WireReader {
  uint8(): number | undefined
  uint32(): number | undefined
  /** A `string`: its bytes, as a view. */
  bytes(): Uint8Array | undefined
  text(): string | undefined
  /** An `mpint` that is not negative, without leading zeros. */
  integer(): Uint8Array | undefined
  isAtEnd(): boolean
}

/** Returns the reader of some bytes. */
export function wireReader(bytes: Uint8Array): WireReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let position = 0
  const take = (length: number): number | undefined => {
    if (position + length > bytes.length) return undefined
    position += length
    return position - length
  }
  const reader: WireReader = {
    uint8() {
      const start = take(1)
      return start === undefined ? undefined : view.getUint8(start)
    },
    uint32() {
      const start = take(4)
      return start === undefined ? undefined : view.getUint32(start)
    },
    bytes() {
      const length = reader.uint32()
      const start = length === undefined ? undefined : take(length)
      return start === undefined ? undefined : bytes.subarray(start, position)
    },
    text() {
      const content = reader.bytes()
      return content && new TextDecoder().decode(content)
    },
    integer() {
      const content = reader.bytes()
      const [first = 0, second = 0] = content ?? []
      const isPadded = first === 0 && content !== undefined && content.length > 0
      if (content === undefined || first >= 0x80 || (isPadded && second < 0x80)) return undefined
      return isPadded ? content.subarray(1) : content
    },
    isAtEnd: () => position === bytes.length,
  }
  return reader
}

/** Returns a `uint32`. */
export function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** Returns bytes as `string`. */
export function wireString(bytes: Uint8Array): Uint8Array {
  return concatenated([uint32(bytes.length), bytes])
}

/** Returns pieces as one. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let position = 0
  for (const piece of pieces) {
    whole.set(piece, position)
    position += piece.length
  }
  return whole
}
